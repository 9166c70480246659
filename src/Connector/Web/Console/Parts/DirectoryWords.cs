using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Domain.Territories;

namespace Connector.Web.Console.Parts;

/// <summary>What the directory's columns and states are called in the console.</summary>
internal static class DirectoryWords
{
    /// <summary>States in the order in which a coordinator goes through them, as the address and the forms name them.</summary>
    public static readonly IReadOnlyList<(ContactState State, string Key)> States =
    [
        (ContactState.ToMeet, "a-rencontrer"),
        (ContactState.Met, "rencontre"),
        (ContactState.Invited, "invite"),
        (ContactState.Member, "membre"),
    ];

    public static ContactState? StateOf(string key) =>
        States.Where(one => one.Key == key).Select(one => (ContactState?)one.State).FirstOrDefault();

    public static string KeyOf(ContactState state) => States.First(one => one.State == state).Key;

    public static Text Name(ContactState state) =>
        state switch
        {
            ContactState.ToMeet => new Text("à rencontrer", "to meet"),
            ContactState.Met => new Text("rencontré", "met"),
            ContactState.Invited => new Text("invité", "invited"),
            _ => new Text("membre", "member"),
        };

    public static string Tone(ContactState state) =>
        state switch
        {
            ContactState.ToMeet => "warn",
            ContactState.Member => "good",
            _ => "",
        };

    /// <summary>Codes as the national data have them; ours by their words.</summary>
    public static Text Type(string code) =>
        OrganisationTypes.Local.FirstOrDefault(type => type.Code == code)?.Name ?? Text.Same(code);

    public static Text Name(StandardColumn column) =>
        Columns.TryGetValue(column, out var name) ? name : Text.Same(StandardColumns.Name(column));

    private static readonly Dictionary<StandardColumn, Text> Columns = new()
    {
        [StandardColumn.Id] = new Text("Identifiant", "Identifier"),
        [StandardColumn.Pivot] = new Text("SIRET ou RNA", "SIRET or RNA"),
        [StandardColumn.Name] = new Text("Nom", "Name"),
        [StandardColumn.Commune] = new Text("Commune", "Municipality"),
        [StandardColumn.PostalCode] = new Text("Code postal", "Postal code"),
        [StandardColumn.InseeCode] = new Text("Code INSEE", "INSEE code"),
        [StandardColumn.Address] = new Text("Adresse", "Address"),
        [StandardColumn.AddressComplement] = new Text("Complément d'adresse", "More of the address"),
        [StandardColumn.Latitude] = new Text("Latitude", "Latitude"),
        [StandardColumn.Longitude] = new Text("Longitude", "Longitude"),
        [StandardColumn.Type] = new Text("Type", "Type"),
        [StandardColumn.Telephone] = new Text("Téléphone", "Telephone"),
        [StandardColumn.Emails] = new Text("Courriels", "E-mail addresses"),
        [StandardColumn.WebSite] = new Text("Site web", "Web site"),
        [StandardColumn.OpeningHours] = new Text("Horaires", "Opening hours"),
        [StandardColumn.Summary] = new Text("Présentation", "Summary"),
        [StandardColumn.Detail] = new Text("Présentation détaillée", "Details"),
        [StandardColumn.Source] = new Text("Source", "Source"),
        [StandardColumn.Mobility] = new Text("Itinérance", "Mobility"),
        [StandardColumn.ParentOrganisation] = new Text("Structure parente", "Parent organisation"),
        [StandardColumn.UpdatedOn] = new Text("Mis à jour le", "Updated on"),
        [StandardColumn.Services] = new Text("Services", "Services"),
        [StandardColumn.Audiences] = new Text("Publics", "Audiences"),
        [StandardColumn.SpecificSupport] = new Text("Prise en charge spécifique", "Specific support"),
        [StandardColumn.Fees] = new Text("Tarifs", "Fees"),
        [StandardColumn.NationalProgrammes] = new Text("Programmes nationaux", "National programmes"),
        [StandardColumn.TrainingLabels] = new Text("Formations et labels", "Training and labels"),
        [StandardColumn.OtherTrainingLabels] = new Text(
            "Autres formations et labels",
            "Other training and labels"
        ),
        [StandardColumn.AccessModes] = new Text("Modalités d'accès", "Ways in"),
        [StandardColumn.SupportModes] = new Text("Modalités d'accompagnement", "Ways of support"),
        [StandardColumn.AccessibilityPage] = new Text("Fiche Accès libre", "Accessibility page"),
        [StandardColumn.Booking] = new Text("Prise de rendez-vous", "Booking"),
    };
}
