namespace Connector.Templates;

/// <summary>Where something stands: in which list, and whether bookmarks here are of its turns.</summary>
internal sealed record ShapePlace(ShapeList List, bool IsTurn, bool IsHidden = false)
{
    /// <summary>In a turn of the list that a loop of this name repeats; null when it is a condition.</summary>
    internal ShapePlace? Within(string name, bool isTurn, bool isColumns = false)
    {
        var list = List.List(name, isColumns);
        if (list is not null)
        {
            list.MayBeHidden |= IsHidden;
        }

        return list is null ? null : new ShapePlace(list, isTurn);
    }

    internal ShapePlace UnderCondition() => new(List, false, List.Outer is not null);
}
