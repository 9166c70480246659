using System.Globalization;
using System.Net;
using Connector.Domain;
using Connector.Nextcloud.Http;

namespace Connector.Nextcloud.Dav;

/// <summary>What a status means, per verb: the one table of it.</summary>
internal static class DavOutcomes
{
    /// <summary>The outcome of <paramref name="answer"/> to a request about <paramref name="what"/>.</summary>
    /// <exception cref="NextcloudException">A status that the verb does not foresee.</exception>
    public static DavOutcome Of(DavTransport dav, DavRequest request, HttpResponseMessage answer, string what)
    {
        var result = Result(request.Verb, answer.StatusCode) ?? throw dav.Unexpected(request, answer);
        return new DavOutcome
        {
            Result = result,
            ETag = ETags.Of(answer),
            FileId = FileId(answer),
            Message = Explain(result, what),
        };
    }

    public static DavOutcome Of(DavResult result, string what, bool settled = false) =>
        new()
        {
            Result = result,
            Message = Explain(result, what),
            Settled = settled,
        };

    private static DavResult? Result(HttpMethod verb, HttpStatusCode status) =>
        status switch
        {
            HttpStatusCode.Created => DavResult.Created,
            // Only a POST is answered so by a Nextcloud; to any other write it is what a page in its place says.
            HttpStatusCode.OK when verb == HttpMethod.Post => DavResult.Updated,
            HttpStatusCode.Accepted or HttpStatusCode.NoContent => DavResult.Updated,
            HttpStatusCode.MultiStatus => DavResult.Updated,
            HttpStatusCode.BadRequest => DavResult.NameRefused,
            HttpStatusCode.Forbidden => DavResult.Forbidden,
            HttpStatusCode.NotFound when verb == HttpMethod.Put => DavResult.ParentMissing,
            HttpStatusCode.NotFound => DavResult.NotFound,
            HttpStatusCode.MethodNotAllowed when verb == Verbs.Mkcol => DavResult.AlreadyExists,
            HttpStatusCode.Conflict => DavResult.ParentMissing,
            HttpStatusCode.PreconditionFailed when verb == Verbs.Copy || verb == Verbs.Move =>
                DavResult.AlreadyExists,
            HttpStatusCode.PreconditionFailed => DavResult.PreconditionFailed,
            HttpStatusCode.RequestEntityTooLarge => DavResult.TooLarge,
            HttpStatusCode.UnsupportedMediaType => DavResult.UnsupportedContent,
            HttpStatusCode.Locked => DavResult.Locked,
            HttpStatusCode.InsufficientStorage => DavResult.QuotaExceeded,
            _ => null,
        };

    /// <summary>The number before the instance's id: <c>OC-FileId: 00000045ocabcdefghij</c> is 45.</summary>
    private static long? FileId(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("OC-FileId", out var values))
            return null;
        var digits = string.Concat(values.First().TakeWhile(char.IsAsciiDigit));
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    private static Text? Explain(DavResult result, string what) =>
        result switch
        {
            DavResult.ParentMissing => new(
                $"« {what} » : le dossier parent n'existe pas ou plus. Relancez pour refaire le plan.",
                $"'{what}': the folder above does not exist, or no longer. Run again to plan anew."
            ),
            DavResult.PreconditionFailed => new(
                $"« {what} » a changé entre-temps : laissé tel quel. Relancez pour comparer de nouveau.",
                $"'{what}' has changed meanwhile: left as it is. Run again to compare anew."
            ),
            DavResult.Locked => new(
                $"« {what} » est ouvert ou verrouillé par quelqu'un : laissé tel quel jusqu'au prochain passage.",
                $"'{what}' is open or locked by somebody: left as it is until the next run."
            ),
            DavResult.Forbidden => new(
                $"« {what} » : le compte n'a pas le droit d'écrire ici. Vérifiez les droits du dossier d'équipe.",
                $"'{what}': the account may not write here. Check the rights of the team folder."
            ),
            DavResult.NotFound => new(
                $"« {what} » n'existe pas ou plus. Relancez pour refaire le plan.",
                $"'{what}' does not exist, or no longer. Run again to plan anew."
            ),
            DavResult.QuotaExceeded => new(
                $"« {what} » : plus de place. Augmentez le quota ou faites du tri.",
                $"'{what}': no space left. Raise the quota or tidy up."
            ),
            DavResult.NameRefused => new(
                $"« {what} » : le serveur refuse ce nom ou ce contenu. Choisissez un nom plus simple.",
                $"'{what}': the server refuses this name or content. Choose a simpler name."
            ),
            DavResult.TooLarge => new(
                $"« {what} » est trop gros pour ce serveur.",
                $"'{what}' is too large for this server."
            ),
            DavResult.UnsupportedContent => new(
                $"« {what} » : le serveur ne sait pas lire ce contenu.",
                $"'{what}': the server cannot read this content."
            ),
            DavResult.UidConflict => new(
                $"« {what} » : l'agenda contient déjà cet événement sous un autre nom, ou dans sa corbeille : reprenez-le de là dans Nextcloud. Il est laissé tel quel.",
                $"'{what}': the calendar has this event already under another name, or in its trash bin: take it back from there in Nextcloud. It is left as it is."
            ),
            DavResult.RateLimited => new(
                $"« {what} » : le serveur limite le nombre de créations par heure. Relancez dans une heure.",
                $"'{what}': the server limits creations per hour. Run again in an hour."
            ),
            DavResult.NotApplied => new(
                $"« {what} » : le serveur a répondu oui, mais à la relecture rien n'a changé. Vérifiez les droits du compte.",
                $"'{what}': the server said yes, but read back nothing has changed. Check the account's rights."
            ),
            _ => null,
        };

    /// <summary>
    /// Whether another object of the collection has the UID: 400 « … uid already exists in this calendar collection » (cards: « in
    /// this addressbook collection ») on 27, 409 no-uid-conflict later.
    /// </summary>
    public static async Task<bool> IsUidConflict(HttpResponseMessage answer, CancellationToken ct)
    {
        if ((int)answer.StatusCode is not (400 or 409))
            return false;
        var body = await answer.Content.ReadAsStringAsync(ct);
        return body.Contains("no-uid-conflict", StringComparison.Ordinal)
            || body.Contains("uid already exists", StringComparison.OrdinalIgnoreCase);
    }
}
