"""Edits documents in LibreOffice as a person does with mouse and keyboard, one start for all of them.

Arguments: the folder that holds document.docx; the names of the edits. Writes NAME.docx for each. An edit whose name
ends in _odt is made in the document after it was saved as ODT, which leaves no controls."""

import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

FOLDER = sys.argv[1]
WORD = "MS Word 2007 XML"
PARAGRAPH_BREAK = 0


def prop(name, value):
    return PropertyValue(Name=name, Value=value)


def url(name):
    return uno.systemPathToFileUrl(os.path.join(FOLDER, name))


class Office:
    def __init__(self):
        pipe = "connector%d" % os.getpid()
        self.process = subprocess.Popen(
            [
                "soffice",
                "-env:UserInstallation=" + url("profile"),
                "--headless",
                "--norestore",
                "--accept=pipe,name=%s;urp;" % pipe,
            ]
        )
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        address = "uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe
        for _ in range(600):
            try:
                self.context = resolver.resolve(address)
                break
            except Exception:  # not there yet
                time.sleep(0.1)
        manager = self.context.ServiceManager
        self.desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", self.context)
        self.dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", self.context)

    def open(self, name):
        return self.desktop.loadComponentFromURL(url(name), "_blank", 0, (prop("Hidden", True),))

    def do(self, document, command, *arguments):
        frame = document.CurrentController.Frame
        self.dispatcher.executeDispatch(frame, ".uno:" + command, "", 0, arguments)

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:  # it hangs up while it answers
            pass
        self.process.wait(60)


def find(document, words):
    search = document.createSearchDescriptor()
    search.SearchString = words
    return document.findFirst(search)


def stand_in(document, words):
    """Puts the cursor where the words begin."""
    place = find(document, words)
    document.CurrentController.ViewCursor.gotoRange(place.Start, False)


def table(document):
    return document.TextTables.getByIndex(0)


def fill_row(document, number, words):
    for column, word in zip("ABCD", words):
        table(document).getCellByName("%s%d" % (column, number)).setString(word)


def insert_row(office, document):
    stand_in(document, "Jeunes")
    office.do(document, "InsertRowsAfter", prop("Amount", 1))
    fill_row(document, 4, ["Carte des lieux", "MSA", "4 mars 2027", "en cours"])


def copy_row(office, document):
    stand_in(document, "Bus")
    office.do(document, "EntireRow")
    office.do(document, "Copy")
    stand_in(document, "Aidants")
    office.do(document, "PasteRowsBefore")
    table(document).getCellByName("A4").setString("Car des seniors")


def press_enter(office, document):
    for words in (" numérique", " rurales"):
        stand_in(document, words)
        office.do(document, "InsertPara")
    stand_in(document, " 2")
    office.do(document, "InsertPara")


def type_over(office, document, words, other):
    document.CurrentController.select(find(document, words))
    office.do(document, "InsertText", prop("Text", other))


def overtype(office, document):
    type_over(office, document, "Mission locale", "Unis-Cité")
    type_over(office, document, "Salle 2", "Salle du conseil")
    type_over(office, document, "03/12/2026", "jeudi 7 janvier")


def reorder(office, document):
    stand_in(document, "Aidants")
    office.do(document, "EntireRow")
    office.do(document, "Cut")
    stand_in(document, "Bus")
    office.do(document, "PasteRowsBefore")


def track(office, document):
    insert_row(office, document)
    document.RecordChanges = True
    type_over(office, document, "seconde", "dernière")
    type_over(office, document, "signaler", "redire")
    stand_in(document, "Carte")
    office.do(document, "DeleteRows")
    document.RecordChanges = False


def track_in_control(office, document):
    document.RecordChanges = True
    type_over(office, document, "Salle 2", "Salle du conseil")
    document.RecordChanges = False


def accept(office, document):
    track(office, document)
    document.RecordChanges = True
    stand_in(document, "Aidants")
    office.do(document, "DeleteRows")
    document.RecordChanges = False
    office.do(document, "AcceptAllTrackedChanges")


def nothing(office, document):
    pass


def add_items(office, document):
    place = find(document, "Budget")
    cursor = place.Text.createTextCursorByRange(place.End)
    cursor.gotoEndOfParagraph(False)
    place.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    place.Text.insertString(cursor, "Questions diverses", False)


def save(document, name, kind=WORD):
    document.storeToURL(url(name), (prop("FilterName", kind),))
    document.close(True)


def main():
    office = Office()
    try:
        save(office.open("document.docx"), "document.odt", "writer8")
        for name in sys.argv[2:]:
            edit, _, kind = name.rpartition("_")
            document = office.open("document.odt" if kind == "odt" else "document.docx")
            globals()[edit if kind == "odt" else name](office, document)
            save(document, name + ".docx")
    finally:
        office.close()


main()
