using System.Globalization;
using Connector.Domain;
using Connector.Domain.Auditing;
using Connector.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace Connector.Web.Console;

/// <summary>Something that somebody does by pressing a button, with what they filled in.</summary>
internal sealed record Deed(HttpContext Http, PageScope Page, IFormCollection Form)
{
    public CancellationToken Ct => Http.RequestAborted;

    /// <summary>How jobs, signatures and the audit trail name who did it.</summary>
    public string Account => Http.User.Account();

    public string Name => Http.User.Name();

    /// <summary>Trimmed; empty when the field is missing.</summary>
    public string Text(string field) => Form[field].ToString().Trim();

    public bool IsTicked(string field) => Form[field].Count > 0;

    public IReadOnlyList<string> All(string field) => [.. Form[field].OfType<string>()];

    /// <summary>As a browser's own field sends it.</summary>
    public DateOnly? Date(string field) =>
        DateOnly.TryParseExact(
            Text(field),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    public TimeOnly? Time(string field) =>
        TimeOnly.TryParseExact(
            Text(field),
            ["HH:mm", "HH:mm:ss"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var at
        )
            ? at
            : null;

    /// <param name="path">A page of the territory.</param>
    /// <param name="french">What was done, in a sentence.</param>
    /// <param name="english">The same.</param>
    public DeedResult Done(string path, string french, string english) =>
        new(Page.At(path), new FlashNote(Page.Say(french, english), IsTrouble: false));

    public DeedResult Trouble(string path, string french, string english) =>
        new(Page.At(path), new FlashNote(Page.Say(french, english), IsTrouble: true));

    /// <summary>What stood in the way, as it is told on the command line.</summary>
    public DeedResult Trouble(string path, IEnumerable<Problem> problems) =>
        new(Page.At(path), new FlashNote(Told(problems), IsTrouble: true));

    /// <summary>Problems in sentences.</summary>
    public string Told(IEnumerable<Problem> problems) =>
        string.Join(
            " ",
            problems.Select(problem => $"{Page.Say(problem.Message)} {Page.Say(problem.Remedy)}")
        );

    public DeedResult Go(string path) => new(Page.At(path), null);
}

/// <param name="To">Where the browser goes next: an address of this service.</param>
/// <param name="Note">What it is told there.</param>
internal sealed record DeedResult(string To, FlashNote? Note)
{
    /// <summary>What it was done to, for the audit trail: <c>job 42</c>; never what people wrote, never a name of a person.</summary>
    public string? Target { get; init; }

    /// <summary>The form's page once more, with all that was typed and what is wrong with it.</summary>
    public static DeedResult Again<TPage>(FormTrouble trouble)
        where TPage : IComponent =>
        new("", null)
        {
            Shown = typeof(TPage),
            Form = trouble,
            Outcome = AuditOutcome.Failed,
        };

    /// <summary>A page that is the answer itself, in place of <see cref="To"/>.</summary>
    public Type? Shown { get; init; }

    /// <summary>The form that <see cref="Shown"/> shows again.</summary>
    public FormTrouble? Form { get; init; }

    /// <summary>Of <see cref="Shown"/>.</summary>
    public int Status { get; init; } = StatusCodes.Status422UnprocessableEntity;

    /// <summary>A file that is the answer itself, in place of <see cref="To"/>.</summary>
    public IResult? Answer { get; init; }

    /// <summary>How it ended; null for what <see cref="Note"/> says.</summary>
    public AuditOutcome? Outcome { get; init; }

    /// <summary>Whether what was done stands in the audit trail already.</summary>
    public bool IsNoted { get; init; }
}
