using System.Text.Json.Serialization;
using Connector.Domain;
using Connector.Nextcloud;
using Connector.Nextcloud.Doctor;
using Connector.Nextcloud.Login;
using Connector.TerritoryFiles.Beginning;

namespace Connector.Web.Console.FirstRun;

/// <summary>
/// How far somebody has come with setting up a first territory. Holds a sign-in: it is kept encrypted (<see cref="FirstRunShelf"/>)
/// and shows its secrets on no page.
/// </summary>
internal sealed record FirstRunDraft
{
    /// <summary>As typed.</summary>
    public string Address { get; init; } = "";

    /// <summary>Name of the service account, as typed.</summary>
    public string User { get; init; } = "";

    /// <summary>A consent that is waited for; null when none is.</summary>
    public WaitingConsent? Consent { get; init; }

    /// <summary>Null until Nextcloud has let the account in.</summary>
    public KeptAccount? Account { get; init; }

    /// <summary>Null until the server was looked at.</summary>
    public DoctorNotes? Doctor { get; init; }

    public NewTerritory Territory { get; init; } = new();

    /// <summary>Whether the territory's form was sent without a mistake.</summary>
    public bool HasTerritory { get; init; }

    /// <summary>Whether the groups' form was sent without a mistake.</summary>
    public bool HasGroups { get; init; }

    /// <summary>The first step that is not done, from 1 to 5.</summary>
    [JsonIgnore]
    public int Step =>
        Account is null ? 1
        : Doctor is not { CanApply: true } ? 2
        : !HasTerritory ? 3
        : !HasGroups ? 4
        : 5;

    /// <summary>Without its secrets.</summary>
    public override string ToString() => $"FirstRunDraft at step {Step}";
}

/// <summary>A consent in somebody's browser that was begun.</summary>
internal sealed record WaitingConsent(Uri Server, Uri Login, Uri Reported, Uri Poll, string Token)
{
    public static WaitingConsent Of(LoginAttempt attempt) =>
        new(attempt.Server, attempt.LoginUrl, attempt.ReportedLoginUrl, attempt.PollUrl, attempt.Token);

    public LoginAttempt Attempt() =>
        new()
        {
            Server = Server,
            LoginUrl = Login,
            ReportedLoginUrl = Reported,
            PollUrl = Poll,
            Token = Token,
        };

    public override string ToString() => $"WaitingConsent on {Server}";
}

/// <summary>The account that Nextcloud let in.</summary>
internal sealed record KeptAccount(Uri Server, string User, string? UserId, string Password)
{
    public static KeptAccount Of(NextcloudAccount account) =>
        new(account.BaseUrl, account.UserName, account.UserId, account.AppPassword);

    public NextcloudAccount Account() =>
        new()
        {
            BaseUrl = Server,
            UserName = User,
            UserId = UserId,
            AppPassword = Password,
        };

    public override string ToString() => $"{User} on {Server}";
}

/// <summary>What the doctor found, and when.</summary>
internal sealed record DoctorNotes(DateTimeOffset At, bool CanApply, IReadOnlyList<DoctorNote> Findings)
{
    public static DoctorNotes Of(DoctorReport report, DateTimeOffset at) =>
        new(
            at,
            report.CanApply,
            [
                .. report.Findings.Select(finding => new DoctorNote(
                    finding.Severity,
                    finding.Sentence.French,
                    finding.Sentence.English,
                    finding.Remedy?.French,
                    finding.Remedy?.English
                )),
            ]
        );
}

/// <summary>One finding.</summary>
internal sealed record DoctorNote(
    Severity Severity,
    string French,
    string English,
    string? RemedyFrench,
    string? RemedyEnglish
)
{
    [JsonIgnore]
    public Text Sentence => new(French, English);

    [JsonIgnore]
    public Text? Remedy =>
        RemedyFrench is { } french && RemedyEnglish is { } english ? new Text(french, english) : null;
}
