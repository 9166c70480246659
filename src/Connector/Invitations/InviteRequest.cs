using Connector.Domain;
using Connector.Domain.Territories;

namespace Connector.Invitations;

/// <summary>Whom to invite, and whether the directory is told.</summary>
internal sealed record InviteRequest
{
    /// <summary>Days after which an answer is hoped for, where nobody says another day.</summary>
    public const int DefaultDays = 21;

    /// <summary>Identifiers or names of organisations.</summary>
    public required IReadOnlyList<string> Who { get; init; }

    /// <summary>The day until which an answer is hoped for, and of the reminder; null for three weeks from today.</summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>Whether « invité » and the reminder are written into the directory.</summary>
    public bool Yes { get; init; }

    public DateOnly Until(DateOnly today) => AnswerBy ?? today.AddDays(DefaultDays);
}

/// <summary>A letter where it is kept.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Docx">What it says now.</param>
/// <param name="IsNew">Whether it was written just now.</param>
internal sealed record PlacedLetter(string Path, byte[] Docx, bool IsNew);

/// <summary>What became of one organisation's invitation.</summary>
internal sealed record Invited(Organisation Organisation)
{
    /// <summary>Null where there is no letter.</summary>
    public PlacedLetter? Letter { get; init; }

    /// <summary>Why there is none.</summary>
    public Problem? Problem { get; init; }

    /// <summary>What somebody should know, and stops nothing.</summary>
    public IReadOnlyList<Problem> Doubts { get; init; } = [];

    /// <summary>Other forms that were written or renewed.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>What is left to do for whoever administers accounts.</summary>
    public IReadOnlyList<Text> Steps { get; init; } = [];
}
