using Connector.Domain.Auditing;
using Connector.Web.Console.Deeds;
using Connector.Web.Console.FirstRun;
using Connector.Web.Console.Pages;
using Connector.Web.Console.Readings;
using Connector.Web.Public;
using Connector.Web.Sessions;

namespace Connector.Web.Console;

/// <summary>Every address of the console, as a table of contents.</summary>
internal static class ConsoleRoutes
{
    public static void MapConsole(this WebApplication app)
    {
        ConsoleFiles.Map(app);
        app.MapGet("/", (HttpContext http, ConsoleDoor door) => ConsoleEntry.Home(http, door));
        app.MapPost("/langue", (HttpContext http, ConsoleDoor door) => ConsoleEntry.Speak(http, door))
            .DisableAntiforgery();
        app.MapFallback(
            (HttpContext http, ConsoleDoor door) =>
                door.ShowFree<MissingPage>(http, StatusCodes.Status404NotFound)
        );
        app.MapFirstRun();
        new ConsoleMap(app)
            .Page<TodayPage>("", Who.Member)
            .Page<GroupsPage>("/groupes", Who.Member)
            .Page<GroupPage>("/groupes/{group}", Who.Member)
            .Page<ClosingPage>("/groupes/{group}/fermer", Who.Manager)
            .Deed("/groupes/{group}/fermer", Who.Manager, AuditActions.GroupClosed, ClosingDeeds.CloseAsync)
            .Deed(
                "/groupes/{group}/rouvrir",
                Who.Manager,
                AuditActions.GroupReopened,
                ClosingDeeds.ReopenAsync
            )
            .Page<MeetingsPage>("/rencontres", Who.Member)
            .Page<RhythmPage>("/rencontres/rythme", Who.Member)
            .Other("/rencontres/dates", Who.Member, RhythmPreview.AnswerAsync)
            .Page<SubscribePage>("/rencontres/abonnement", Who.Member)
            .Other("/rencontres/abonnement/{calendar}.svg", Who.Member, CalendarCode.AnswerAsync)
            .Page<NewMeetingPage>("/rencontres/ajouter", Who.Lead)
            .Deed("/rencontres/ajouter", Who.Lead, AuditActions.MeetingAdded, MeetingDeeds.AddAsync)
            .Page<MeetingPage>("/rencontres/{group}/{meeting}", Who.Member)
            .Deed(
                "/rencontres/{group}/{meeting}/deplacer",
                Who.Lead,
                AuditActions.MeetingMoved,
                MeetingDeeds.MoveAsync
            )
            .Deed(
                "/rencontres/{group}/{meeting}/annuler",
                Who.Lead,
                AuditActions.MeetingCancelled,
                MeetingDeeds.CancelAsync
            )
            .Deed(
                "/rencontres/{group}/{meeting}/retablir",
                Who.Lead,
                AuditActions.MeetingRestored,
                MeetingDeeds.RestoreAsync
            )
            .Page<MinutesPage>("/comptes-rendus", Who.Member)
            .Page<DecisionsPage>("/comptes-rendus/decisions", Who.Member)
            .Deed(
                "/comptes-rendus/{group}/publier",
                Who.Lead,
                AuditActions.MinutesPublished,
                MinutesDeeds.PublishAsync
            )
            .Page<CatchUpPage>("/comptes-rendus/rattrapage", Who.Member)
            .Page<ActionsPage>("/actions", Who.Member)
            .Page<RoadmapsPage>("/feuilles-de-route", Who.Member)
            .Page<RoadmapPage>("/feuilles-de-route/{key}", Who.Member)
            .Deed(
                "/feuilles-de-route/{key}/publier",
                Who.Manager,
                AuditActions.RoadmapPublished,
                RoadmapDeeds.PublishAsync
            )
            .Page<SignPage>("/feuilles-de-route/{key}/signer", Who.Member)
            .Deed(
                "/feuilles-de-route/{key}/signer",
                Who.Member,
                AuditActions.RoadmapSigned,
                RoadmapDeeds.SignAsync
            )
            .Page<ReceiptPage>("/feuilles-de-route/{key}/recu/{organisation}", Who.Member)
            .Page<ReviewPage>(ReviewDeeds.Path, Who.Member)
            .Deed(ReviewDeeds.Path, Who.Manager, AuditActions.ReviewWritten, ReviewDeeds.WriteAsync)
            .Page<RelayPage>("/relais", Who.Member)
            .Other("/relais/image.svg", Who.Member, RelayAnswer.ShowAsync)
            .Other("/relais/image.png", Who.Member, RelayAnswer.ShowPngAsync)
            .Page<AnnouncementsPage>(AnnouncementDeeds.Path, Who.Manager)
            .Deed(
                AnnouncementDeeds.Try,
                Who.Manager,
                AuditActions.AnnouncementsTried,
                AnnouncementDeeds.TryAsync
            )
            .Deed(
                AnnouncementDeeds.Send,
                Who.Manager,
                AuditActions.AnnouncementsSent,
                AnnouncementDeeds.SendAsync
            )
            .Deed(
                AnnouncementDeeds.Retry,
                Who.Manager,
                AuditActions.AnnouncementsRetried,
                AnnouncementDeeds.RetryAsync
            )
            .Page<PlanPage>("/plan", Who.Manager)
            .Deed("/plan", Who.Manager, AuditActions.JobAsked, JobDeeds.ApplyAsync)
            .Page<DriftPage>("/plan/ecarts", Who.Manager)
            .Page<AdoptPage>("/plan/relier", Who.Manager)
            .Deed("/plan/relier", Who.Manager, AuditActions.Adopted, AdoptDeeds.ActAsync)
            .Page<BlueprintsPage>("/plan/modeles", Who.Manager)
            .Page<JobsPage>("/travaux", Who.Manager, reads: false)
            .Page<JobPage>("/travaux/{job:long}", Who.Manager, reads: false)
            .Other("/travaux/{job:long}/suivi", Who.Manager, JobStream.FollowAsync)
            .Deed("/travaux/{kind}", Who.Manager, AuditActions.JobAsked, JobDeeds.AskAsync)
            .Deed("/travaux/{job:long}/arreter", Who.Manager, AuditActions.JobCancelled, JobDeeds.CancelAsync)
            .Page<HealthPage>("/sante", Who.Manager)
            .Page<DirectoryPage>("/annuaire", Who.Manager)
            .Page<OrganisationPage>("/annuaire/structures/{organisation}", Who.Manager)
            .Page<PersonPage>("/annuaire/personnes/{person}", Who.Manager)
            .Page<NewRecordPage>("/annuaire/ajouter/structure", Who.Manager)
            .Deed(
                "/annuaire/ajouter/structure",
                Who.Manager,
                AuditActions.DirectoryEdited,
                NewRecordDeeds.AddOrganisationAsync
            )
            .Page<NewRecordPage>("/annuaire/ajouter/personne", Who.Manager)
            .Deed(
                "/annuaire/ajouter/personne",
                Who.Manager,
                AuditActions.DirectoryEdited,
                NewRecordDeeds.AddPersonAsync
            )
            .Page<RecordEditPage>("/annuaire/structures/{organisation}/modifier", Who.Manager)
            .Deed(
                "/annuaire/structures/{organisation}/modifier",
                Who.Manager,
                AuditActions.DirectoryEdited,
                RecordDeeds.EditOrganisationAsync
            )
            .Page<RecordEditPage>("/annuaire/personnes/{person}/modifier", Who.Manager)
            .Deed(
                "/annuaire/personnes/{person}/modifier",
                Who.Manager,
                AuditActions.DirectoryEdited,
                RecordDeeds.EditPersonAsync
            )
            .Deed(
                "/annuaire/structures/{organisation}/visites",
                Who.Manager,
                AuditActions.DirectoryEdited,
                VisitDeeds.NoteAsync
            )
            .Deed(
                "/annuaire/personnes/{person}/groupes",
                Who.Manager,
                AuditActions.DirectoryEdited,
                NewRecordDeeds.JoinAsync
            )
            .Page<PersonRightsPage>("/annuaire/personnes/{person}/droits", Who.Manager)
            .Deed(
                "/annuaire/personnes/{person}/droits",
                Who.Manager,
                AuditActions.PersonRights,
                PersonDeeds.ActAsync
            )
            .Deed(
                "/annuaire/personnes/{person}/droits/export",
                Who.Manager,
                AuditActions.PersonExported,
                PersonDeeds.ExportAsync
            )
            .Page<ImportPage>(ImportDeeds.Path, Who.Manager)
            .Deed(
                ImportDeeds.Path,
                Who.Manager,
                AuditActions.ImportSent,
                ImportDeeds.SendAsync,
                ImportDeeds.LargestForm
            )
            .Page<ImportPreviewPage>($"{ImportDeeds.Path}/{{key}}", Who.Manager)
            .Deed(
                $"{ImportDeeds.Path}/{{key}}",
                Who.Manager,
                AuditActions.DirectoryImported,
                ImportDeeds.ApplyAsync
            )
            .Page<DirectoryChecksPage>("/annuaire/a-verifier", Who.Manager)
            .Page<VisitsPage>("/annuaire/visites", Who.Manager)
            .Page<MapListPage>("/annuaire/carte", Who.Manager)
            .Other("/annuaire/carte/pleine", Who.Manager, MapAnswer.ShowAsync)
            .Page<SettingsPage>("/reglages", Who.Manager)
            .Deed("/reglages", Who.Manager, AuditActions.SettingsChanged, SettingsDeeds.SaveAsync)
            .Page<SettingsPage>("/reglages/groupes/{group}", Who.Manager)
            .Deed(
                "/reglages/groupes/{group}",
                Who.Manager,
                AuditActions.SettingsChanged,
                SettingsDeeds.SaveAsync
            )
            .Page<VoicePage>(VoiceDeeds.Path, Who.Manager)
            .Deed(VoiceDeeds.Path, Who.Manager, AuditActions.SettingsChanged, VoiceDeeds.SaveAsync)
            .Deed(VoiceDeeds.Channels, Who.Manager, AuditActions.SettingsChanged, VoiceDeeds.AddAsync)
            .Deed(VoiceDeeds.Remove, Who.Manager, AuditActions.SettingsChanged, VoiceDeeds.RemoveAsync)
            .Page<PublicSettingsPage>(PublicPageDeeds.Path, Who.Manager)
            .Deed(PublicPageDeeds.Path, Who.Manager, AuditActions.SettingsChanged, PublicPageDeeds.SaveAsync)
            .Deed(
                PublicPageDeeds.Documents,
                Who.Manager,
                AuditActions.SettingsChanged,
                PublicPageDeeds.AddAsync
            )
            .Deed(
                PublicPageDeeds.Remove,
                Who.Manager,
                AuditActions.SettingsChanged,
                PublicPageDeeds.RemoveAsync
            )
            .Page<TemplatesPage>(TemplateDeeds.Path, Who.Manager)
            .Deed(
                TemplateDeeds.Path,
                Who.Manager,
                AuditActions.TemplateSent,
                TemplateDeeds.SendAsync,
                ImportDeeds.LargestForm
            )
            .Page<TemplateCheckPage>($"{TemplateDeeds.Path}/{{key}}", Who.Manager)
            .Deed(
                $"{TemplateDeeds.Path}/{{key}}",
                Who.Manager,
                AuditActions.TemplateUsed,
                TemplateDeeds.UseAsync
            )
            .Other($"{TemplateDeeds.Path}/{{key}}/apercu.pdf", Who.Manager, TemplateDeeds.PreviewAsync)
            .Page<AuditPage>("/reglages/journal", Who.Manager)
            .Page<TokensPage>(TokenDeeds.Path, Who.Manager)
            .Deed(TokenDeeds.Path, Who.Manager, AuditActions.TokenMade, TokenDeeds.MakeAsync)
            .Deed($"{TokenDeeds.Path}/revoquer", Who.Manager, AuditActions.TokenRevoked, TokenDeeds.EndAsync)
            .Page<CoveragePage>("/couverture", Who.Manager);
    }
}
