using Connector.Domain;
using Connector.Nextcloud;
using Connector.Nextcloud.Doctor;
using Connector.Nextcloud.Login;
using Connector.Web.Console.Pages.FirstRun;

namespace Connector.Web.Console.FirstRun;

/// <summary>Steps 1 and 2: which Nextcloud, which account, and whether it can be worked with.</summary>
internal static class ServerDeeds
{
    public const string ByBrowser = "navigateur";
    public const string Ask = "demander";

    /// <summary>By consent in a browser, or with an app password; what is kept is shown on no page again.</summary>
    public static async Task<DeedResult> SignInAsync(Deed deed)
    {
        var shelf = Of<FirstRunShelf>(deed);
        var before = shelf.Read();
        if (deed.Text("faire") == Ask)
        {
            return await AskAsync(deed, shelf, before);
        }

        var draft = before with { Address = deed.Text("adresse"), User = deed.Text("compte") };
        shelf.Keep(draft);
        var (server, wrong) = Of<FirstRunServer>(deed).Read(draft.Address);
        if (server is null)
        {
            return Again(deed, "adresse", wrong!.Value);
        }

        return deed.Text("faire") == ByBrowser
            ? await BeginAsync(deed, shelf, draft, server)
            : await WithPasswordAsync(deed, shelf, draft, server);
    }

    /// <summary>Looks at the server again.</summary>
    public static async Task<DeedResult> LookAsync(Deed deed)
    {
        var shelf = Of<FirstRunShelf>(deed);
        var draft = shelf.Read();
        if (draft.Account is null)
        {
            return new DeedResult(FirstRunRoutes.Nextcloud, null);
        }

        shelf.Keep(await LookedAsync(deed, draft));
        return new DeedResult(FirstRunRoutes.Doctor, null);
    }

    /// <summary>Forgets all that was said; an app password stays valid in Nextcloud until somebody revokes it there.</summary>
    public static Task<DeedResult> ForgetAsync(Deed deed)
    {
        Of<FirstRunShelf>(deed).Forget();
        return Task.FromResult(
            new DeedResult(
                FirstRunRoutes.Root,
                new FlashNote(
                    deed.Page.Say(
                        "Tout est oublié : on repart du début.",
                        "All is forgotten: from the start."
                    ),
                    IsTrouble: false
                )
            )
        );
    }

    private static async Task<DeedResult> BeginAsync(
        Deed deed,
        FirstRunShelf shelf,
        FirstRunDraft draft,
        Uri server
    )
    {
        try
        {
            var flow = new LoginFlow(Of<FirstRunServer>(deed).Factory(), Of<TimeProvider>(deed));
            var attempt = await flow.Begin(server, deed.Ct);
            shelf.Keep(draft with { Consent = WaitingConsent.Of(attempt) });
            return new DeedResult(FirstRunRoutes.Nextcloud, null) { Target = server.Host };
        }
        catch (NextcloudException error)
        {
            return Again(deed, "adresse", FirstRunServer.Told(error));
        }
    }

    private static async Task<DeedResult> AskAsync(Deed deed, FirstRunShelf shelf, FirstRunDraft draft)
    {
        if (draft.Consent is not { } waiting)
        {
            return new DeedResult(FirstRunRoutes.Nextcloud, null);
        }

        try
        {
            var flow = new LoginFlow(Of<FirstRunServer>(deed).Factory(), Of<TimeProvider>(deed));
            return await flow.AskAsync(waiting.Attempt(), deed.Ct) is { } account
                ? await KeepAsync(deed, shelf, draft, account)
                : Whole(deed, NotYet);
        }
        catch (NextcloudException error)
        {
            return Whole(deed, FirstRunServer.Told(error));
        }
    }

    private static async Task<DeedResult> WithPasswordAsync(
        Deed deed,
        FirstRunShelf shelf,
        FirstRunDraft draft,
        Uri server
    )
    {
        // Not trimmed: a password may begin with a space.
        var password = deed.Form["motdepasse"].ToString();
        if (draft.User.Length == 0)
        {
            return Again(deed, "compte", NoUser);
        }

        if (password.Length == 0)
        {
            return Again(deed, "motdepasse", NoPassword);
        }

        try
        {
            var passwords = new AppPasswords(Of<FirstRunServer>(deed).Factory());
            var account = await passwords.FromPassword(server, draft.User, password, deed.Ct);
            return await KeepAsync(deed, shelf, draft, account);
        }
        catch (NextcloudException error)
        {
            return error.Fault == NextcloudFault.SignInRefused
                ? Again(deed, "motdepasse", Refused)
                : Again(deed, "adresse", FirstRunServer.Told(error));
        }
    }

    /// <summary>And looks at the server at once, for that is what somebody wants to know next.</summary>
    private static async Task<DeedResult> KeepAsync(
        Deed deed,
        FirstRunShelf shelf,
        FirstRunDraft draft,
        NextcloudAccount account
    )
    {
        var kept = draft with
        {
            Account = KeptAccount.Of(account),
            User = account.UserName,
            Consent = null,
            Doctor = null,
        };
        // Before anything else: Nextcloud gives such a password once.
        shelf.Keep(kept);
        shelf.Keep(await LookedAsync(deed, kept));
        return new DeedResult(FirstRunRoutes.Doctor, null) { Target = account.BaseUrl.Host };
    }

    private static async Task<FirstRunDraft> LookedAsync(Deed deed, FirstRunDraft draft)
    {
        var time = Of<TimeProvider>(deed);
        var factory = Of<FirstRunServer>(deed).Factory();
        await using var client = factory.Create(draft.Account!.Account());
        var report = await new DoctorRun(client, new LoginFlow(factory, time), time).Run(deed.Ct);
        return draft with { Doctor = DoctorNotes.Of(report, time.GetUtcNow()) };
    }

    private static T Of<T>(Deed deed)
        where T : notnull => deed.Http.RequestServices.GetRequiredService<T>();

    private static DeedResult Again(Deed deed, string field, Text what) =>
        DeedResult.Again<ServerPage>(
            new FormTrouble(deed.Form)
            {
                Wrong = new Dictionary<string, string> { [field] = deed.Page.Say(what) },
            }
        );

    private static DeedResult Whole(Deed deed, Text what) =>
        DeedResult.Again<ServerPage>(new FormTrouble(deed.Form) { Whole = deed.Page.Say(what) });

    private static readonly Text NotYet = new(
        "Nextcloud n'a pas encore l'accord. Ouvrez le lien, accordez l'accès, puis revenez ici ; le lien vaut vingt minutes.",
        "Nextcloud does not have the consent yet. Open the link, grant access, then come back here; the link is good for twenty minutes."
    );

    private static readonly Text NoUser = new(
        "Donnez le nom du compte de service.",
        "Give the name of the service account."
    );

    private static readonly Text NoPassword = new(
        "Donnez le mot de passe d'application.",
        "Give the app password."
    );

    private static readonly Text Refused = new(
        "Nextcloud refuse ce compte ou ce mot de passe. Vérifiez le nom, et créez un nouveau mot de passe d'application : Paramètres personnels › Sécurité.",
        "Nextcloud refuses this account or this password. Check the name, and make a new app password: Personal settings › Security."
    );
}
