using Connector.Domain.Inspirations;

namespace Connector.Domain.Tests.Inspirations;

internal sealed class IndexChangesTests
{
    [Test]
    public void A_cell_that_nobody_touched_follows_its_sheet()
    {
        var changes = Of(Row(1, "avant"), Row(1, "avant"), Row(1, "après"));
        Assert.That(changes.Cells, Is.EqualTo(new[] { new IndexChange(1, IndexColumn.Where, "après") }));
        Assert.That(changes.Kept, Is.Empty);
    }

    [Test]
    public void A_cell_that_somebody_wrote_stays_and_is_told_when_its_sheet_moves()
    {
        var still = Of(Row(1, "avant"), Row(1, "à moi"), Row(1, "avant"));
        Assert.That((still.Any, still.Kept.Count), Is.EqualTo((false, 0)));
        var moved = Of(Row(1, "avant"), Row(1, "à moi"), Row(1, "après"));
        Assert.That(moved.Any, Is.False);
        Assert.That(moved.Kept, Is.EqualTo(new[] { new KeptCell(1, IndexColumn.Where, "à moi", "après") }));
    }

    [Test]
    public void A_cell_that_somebody_cleared_stays_clear()
    {
        Assert.That(Of(Row(1, "avant"), Row(1, ""), Row(1, "avant")).Any, Is.False);
    }

    [Test]
    public void New_sheets_are_added_and_rows_that_were_deleted_are_not()
    {
        var changes = IndexChanges.Of(
            ById(Row(1, "a")),
            new Dictionary<long, IndexRow>(),
            [Row(1, "a"), Row(2, "b")]
        );
        Assert.That(changes.Added.Select(row => row.FileId), Is.EqualTo(new[] { 2L }));
        Assert.That(changes.Deleted, Is.EqualTo(new[] { 1L }));
    }

    [Test]
    public void A_column_that_is_gone_is_not_written()
    {
        var seen = new IndexRow(1, new Dictionary<IndexColumn, string> { [IndexColumn.Title] = "" });
        var changes = IndexChanges.Of(ById(Row(1, "a")), ById(seen), [Row(1, "b")]);
        Assert.That(changes.Any, Is.False);
    }

    private static IndexChanges Of(IndexRow written, IndexRow seen, IndexRow sheet) =>
        IndexChanges.Of(ById(written), ById(seen), [sheet]);

    private static Dictionary<long, IndexRow> ById(IndexRow row) => new() { [row.FileId] = row };

    private static IndexRow Row(long id, string where) =>
        new(
            id,
            new Dictionary<IndexColumn, string> { [IndexColumn.Title] = "", [IndexColumn.Where] = where }
        );
}
