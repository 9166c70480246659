using Connector.Conversion;
using Connector.Domain;
using Connector.Domain.Auditing;
using Connector.Domain.Workspaces;
using Connector.Jobs;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Provisioning;
using Connector.Templates;
using Connector.Web.Console.Pages;

namespace Connector.Web.Console.Deeds;

/// <summary>A document template in two steps: it is sent and judged, and put into service only when it has no mistake.</summary>
internal static class TemplateDeeds
{
    public const string Path = "/reglages/modeles";

    private const string Folder = "Modèles";
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static string Whose(string account, PageScope page) =>
        Uploads.Whose(account, page, AuditActions.TemplateSent);

    public static async Task<DeedResult> SendAsync(Deed deed)
    {
        var kind = TemplateKinds.Find(deed.Text("genre"));
        if (
            kind is null
            || deed.Form.Files["fichier"] is not { Length: > 0 and <= Uploads.Largest } file
            || !file.FileName.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)
        )
        {
            return DeedResult.Again<TemplatesPage>(
                new FormTrouble(deed.Form)
                {
                    Wrong = new Dictionary<string, string>
                    {
                        ["fichier"] = deed.Page.Say(
                            "Choisissez un fichier .docx de 5 Mo au plus.",
                            "Choose a .docx file of 5 MB at most."
                        ),
                    },
                }
            );
        }

        var uploads = deed.Http.RequestServices.GetRequiredService<Uploads>();
        var upload = await uploads.KeepAsync(Whose(deed.Account, deed.Page), file, deed.Ct);
        return deed.Go($"{Path}/{upload.Key}?genre={kind.Name}");
    }

    public static async Task<DeedResult> UseAsync(Deed deed)
    {
        var uploads = deed.Http.RequestServices.GetRequiredService<Uploads>();
        if (
            uploads.Find(Whose(deed.Account, deed.Page), deed.Page.Route("key")) is not { } upload
            || TemplateKinds.Find(deed.Text("genre")) is not { } kind
        )
        {
            return deed.Trouble(
                Path,
                "Ce fichier n'est plus là : envoyez-le de nouveau.",
                "That file is here no more: send it again."
            );
        }

        var docx = await File.ReadAllBytesAsync(upload.Path, deed.Ct);
        var back = $"{Path}/{upload.Key}?genre={kind.Name}";
        if (TemplateLinter.Check(docx, kind).HasErrors)
        {
            return deed.Trouble(
                back,
                "Ce modèle a une erreur : il n'est pas mis en service.",
                "This template has a mistake: it is not put into service."
            );
        }

        var time = deed.Http.RequestServices.GetRequiredService<TimeProvider>();
        var mayReplace = deed.IsTicked("remplacer");
        var (result, problems) = await deed
            .Http.RequestServices.GetRequiredService<ConsoleWork>()
            .RunAsync(deed.Page.Owner!, (open, ct) => PutAsync(open, time, kind, docx, mayReplace, ct));
        if (result is null || result.Problem is not null)
        {
            return deed.Trouble(back, result?.Problem is { } problem ? [problem] : problems);
        }

        Uploads.Forget(upload);
        return deed.Done(
            Path,
            $"Le modèle est en service : il est dans « {result.Path} ».",
            $"The template is in service: it is in '{result.Path}'."
        ) with
        {
            Target = $"template {kind.Name}",
        };
    }

    /// <summary>The template as a PDF, where this machine has LibreOffice.</summary>
    public static async Task<IResult> PreviewAsync(HttpContext http, PageScope page)
    {
        var uploads = http.RequestServices.GetRequiredService<Uploads>();
        var whose = Whose(Sessions.SignedIn.Account(http.User), page);
        var node = http.RequestServices.GetRequiredService<ServiceNode>();
        if (
            uploads.Find(whose, page.Route("key")) is not { } upload
            || LibreOffice.Find(node.Environment) is not { } office
        )
        {
            return Results.LocalRedirect(page.At(Path));
        }

        var docx = await File.ReadAllBytesAsync(upload.Path, http.RequestAborted);
        var converted = await office.Convert(docx, TargetFormat.Pdf, http.RequestAborted);
        return converted.Bytes is { } pdf
            ? Results.File(pdf, "application/pdf", System.IO.Path.ChangeExtension(upload.Name, ".pdf"))
            : Results.Text(
                $"{page.Say(converted.Problem!.Message)} {page.Say(converted.Problem.Remedy)}",
                "text/plain; charset=utf-8",
                statusCode: StatusCodes.Status422UnprocessableEntity
            );
    }

    /// <summary>What of it stands where, or why it does not.</summary>
    private sealed record Put(string Path, Problem? Problem);

    private static async Task<Put> PutAsync(
        OpenWork open,
        TimeProvider time,
        TemplateKind kind,
        byte[] docx,
        bool mayReplace,
        CancellationToken ct
    )
    {
        var look = new WorkspaceLook(
            open.Client,
            open.Ledger,
            time,
            null,
            everyShare: false,
            open.Directory?.Tree
        );
        var (scope, _) = await look.AtAsync(open.Loaded.Territory!, open.Loaded.Blueprints, ct);
        if (
            KnownPlace.Of(WorkspaceKeys.Steering, scope.Spec, scope.Known, scope.Snapshot) is not { } steering
        )
        {
            return new Put("", Told("no-steering-folder", NoFolder, ApplyFirst));
        }

        // Where one of this kind is there already, under whatever name, it is that one.
        var there = scope.Templates.Files.GetValueOrDefault(kind.Name)?.Name;
        var path = there ?? $"{steering}/{Folder}/{FileName(kind)}";
        var seen = await open.Client.Files.Find(path, ct);
        if (seen is not null && !mayReplace)
        {
            return new Put(path, Told("template-there", IsThere, TickReplace));
        }

        if (seen is null)
        {
            await open.Client.Files.Mkcol(path[..path.LastIndexOf('/')], ct);
        }

        var outcome = await open.Client.Files.PutFile(
            path,
            docx,
            seen is null ? PutCondition.IfNoneMatchAny : PutCondition.IfUnchanged(seen),
            Docx,
            ct
        );
        return outcome.Changed
            ? new Put(path, null)
            : new Put(path, Told("template-unwritable", outcome.Message ?? Changed, TryAgain));
    }

    private static string FileName(TemplateKind kind) =>
        BuiltInTemplates.All.First(template => template.Kind == kind).FileName;

    private static Problem Told(string code, Text message, Text remedy) =>
        new()
        {
            Code = code,
            Message = message,
            Remedy = remedy,
        };

    private static readonly Text NoFolder = new(
        "Le dossier de pilotage n'est pas encore sur Nextcloud.",
        "The coordinators' folder is not on Nextcloud yet."
    );

    private static readonly Text ApplyFirst = new("Faites d'abord la mise en place.", "Do the set-up first.");

    private static readonly Text IsThere = new(
        "Il y a déjà un modèle pour ce document : rien n'a été écrit.",
        "There is a template for this document already: nothing was written."
    );

    private static readonly Text TickReplace = new(
        "Cochez « Remplacer » pour mettre celui-ci à sa place ; Nextcloud garde la version d'avant.",
        "Tick 'Replace' to put this one in its place; Nextcloud keeps the version before."
    );

    private static readonly Text Changed = new(
        "Quelqu'un vient d'y écrire, ou l'a ouvert : rien n'a été remplacé.",
        "Somebody has just written there, or has it open: nothing was replaced."
    );

    private static readonly Text TryAgain = new("Réessayez dans un instant.", "Try again in a moment.");
}
