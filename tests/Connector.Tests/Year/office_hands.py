"""People's hands in LibreOffice: one start, then a document for each line of standard input.

A line is a JSON object {"source": path, "target": path, "acts": [[name, argument, ...], ...]}; the answer is a line too: "ok",
or what went wrong. Text documents are saved as .docx, spreadsheets as .xlsx, as a person does who answers "keep format"."""

import json
import os
import subprocess
import sys
import tempfile
import time
import traceback

import uno
from com.sun.star.beans import PropertyValue

PARAGRAPH_BREAK = 0


def prop(name, value):
    return PropertyValue(Name=name, Value=value)


class Office:
    def __init__(self):
        pipe = "connectoryear%d" % os.getpid()
        profile = uno.systemPathToFileUrl(tempfile.mkdtemp(prefix="connector-profile-"))
        self.process = subprocess.Popen(
            [
                "soffice",
                "-env:UserInstallation=" + profile,
                "--headless",
                "--norestore",
                "--accept=pipe,name=%s;urp;" % pipe,
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        address = "uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe
        for _ in range(600):
            try:
                context = resolver.resolve(address)
                break
            except Exception:  # not there yet
                time.sleep(0.1)
        manager = context.ServiceManager
        self.desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)

    def open(self, path):
        url = uno.systemPathToFileUrl(path)
        return self.desktop.loadComponentFromURL(url, "_blank", 0, (prop("Hidden", True),))

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:  # it hangs up while it answers
            pass
        self.process.wait(60)


def tables(document):
    return [document.TextTables.getByIndex(number) for number in range(document.TextTables.Count)]


def cell(table, column, row):
    return table.getCellByPosition(column, row)


def table_with(document, label):
    for table in tables(document):
        if cell(table, 0, 0).String.strip() == label:
            return table
    raise LookupError("no table begins with « %s »" % label)


def say(document, heading, sentence):
    """A paragraph below the first one that reads so."""
    search = document.createSearchDescriptor()
    search.SearchString = heading
    place = document.findFirst(search)
    if place is None:
        raise LookupError("« %s » is not there" % heading)
    cursor = place.Text.createTextCursorByRange(place.End)
    cursor.gotoEndOfParagraph(False)
    place.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    cursor.ParaStyleName = "Standard"
    place.Text.insertString(cursor, sentence, False)


def row(document, label, *words):
    """Words into the first empty row of a table, or into a new one below all others."""
    table = table_with(document, label)
    count = table.Rows.Count
    for number in range(1, count):
        if cell(table, 0, number).String.strip() == "":
            break
    else:
        number = count
        table.Rows.insertByIndex(number, 1)
    for column, word in enumerate(words):
        cell(table, column, number).setString(word)


def overtype(document, label, first, column, word):
    """Another word into one cell of the row that begins so."""
    table = table_with(document, label)
    for number in range(1, table.Rows.Count):
        if cell(table, 0, number).String.strip() == first:
            cell(table, column, number).setString(word)
            return
    raise LookupError("no row of « %s » begins with « %s »" % (label, first))


def column(document, label, *words):
    """One more column at the right of a table."""
    table = table_with(document, label)
    count = table.Columns.Count
    table.Columns.insertByIndex(count, 1)
    for number, word in enumerate(words):
        cell(table, count, number).setString(word)


def drop_table(document, label):
    """Takes a whole table out."""
    table_with(document, label).dispose()


def choose(document, label, word):
    """Another word beside a label, in a table of labels."""
    for table in tables(document):
        for number in range(table.Rows.Count):
            if cell(table, 0, number).String.strip() == label:
                cell(table, 1, number).setString(word)
                return
    raise LookupError("« %s » is not there" % label)


def sheet_cell(document, first, header, word):
    """Another word into the cell under a header, in the row where a cell reads so."""
    sheet = document.Sheets.getByIndex(0)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    rows, columns = cursor.RangeAddress.EndRow + 1, cursor.RangeAddress.EndColumn + 1
    texts = [[sheet.getCellByPosition(x, y).String.strip() for x in range(columns)] for y in range(rows)]
    column = next(line.index(header) for line in texts if header in line)
    number = next(y for y, line in enumerate(texts) if first in line)
    sheet.getCellByPosition(column, number).setString(word)


def main():
    office = Office()
    acts = {
        "say": say,
        "row": row,
        "overtype": overtype,
        "column": column,
        "drop_table": drop_table,
        "choose": choose,
        "sheet_cell": sheet_cell,
    }
    try:
        for line in sys.stdin:
            order = json.loads(line)
            document = None
            try:
                document = office.open(order["source"])
                for name, *arguments in order["acts"]:
                    acts[name](document, *arguments)
                is_sheet = document.supportsService("com.sun.star.sheet.SpreadsheetDocument")
                kind = "Calc MS Excel 2007 XML" if is_sheet else "MS Word 2007 XML"
                document.storeToURL(uno.systemPathToFileUrl(order["target"]), (prop("FilterName", kind),))
                answer = "ok"
            except Exception:
                answer = traceback.format_exc().replace("\n", " | ")
            finally:
                if document is not None:
                    document.close(True)
            print(answer, flush=True)
    finally:
        office.close()


main()
