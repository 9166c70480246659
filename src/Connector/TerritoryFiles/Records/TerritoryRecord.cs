using Connector.Domain;
using Connector.Domain.Cartography;
using Connector.Domain.Inspirations;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.TerritoryFiles.Blueprints;
using Connector.TerritoryFiles.Shapes;
using NodaTime;

namespace Connector.TerritoryFiles.Records;

/// <summary>The keys at the top of the file.</summary>
internal static class TerritoryRecord
{
    private static readonly ListShape<Located<string>> Files = new(new LocatedShape<string>(TextShape.Name));

    public static readonly Key<string> Name = new(
        "nom",
        TextShape.Name,
        new Text("nom du territoire.", "name of the territory.")
    )
    {
        IsRequired = true,
    };

    public static readonly Key<TerritoryScope> Scope = new(
        "périmètre",
        new ChoiceShape<TerritoryScope>(
            (TerritoryScope.Regional, ["régional", "région"]),
            (TerritoryScope.Departmental, ["départemental", "département"]),
            (TerritoryScope.MunicipalGrouping, ["groupement de communes", "intercommunal"])
        ),
        new Text(
            "régional, départemental ou groupement de communes.",
            "régional, départemental or groupement de communes."
        )
    )
    {
        IsRequired = true,
    };

    public static readonly Key<Language> DocumentLanguage = new(
        "langue",
        new ChoiceShape<Language>(
            (Language.French, ["fr", "français"]),
            (Language.English, ["en", "anglais"])
        ),
        new Text(
            "langue des documents : fr (par défaut) ou en.",
            "language of the documents: fr (default) or en."
        )
    );

    public static readonly Key<string> TimeZone = new(
        "fuseau",
        TextShape.Checked(CheckZone),
        new Text("fuseau horaire ; Europe/Paris par défaut.", "time zone; default Europe/Paris.")
    )
    {
        Aliases = ["fuseau horaire"],
    };

    public static readonly Key<string> Purpose = new(
        "raison d'être",
        TextShape.Paragraphs,
        new Text("pourquoi le réseau existe.", "why the network exists.")
    )
    {
        IsRequired = true,
    };

    public static readonly Key<Located<string>> Coordination = new(
        "coordination",
        new LocatedShape<string>(Identifiers.Organisation),
        new Text(
            "identifiant de la structure qui coordonne.",
            "identifier of the organisation that coordinates."
        )
    )
    {
        IsRequired = true,
    };

    public static readonly Key<IReadOnlyList<Located<string>>> Coordinators = new(
        "coordinateurs",
        new ListShape<Located<string>>(new LocatedShape<string>(Identifiers.Person)),
        new Text(
            "identifiants des personnes qui coordonnent ; au moins une.",
            "identifiers of the people who coordinate; at least one."
        )
    )
    {
        IsRequired = true,
        Aliases = ["coordinatrices", "coordinateur", "coordinatrice"],
    };

    public static readonly Key<bool> CreateAccounts = new(
        "créer-les-comptes",
        new ChoiceShape<bool>(
            (true, ["oui", "vrai", "true", "yes"]),
            (false, ["non", "faux", "false", "no"])
        ),
        new Text(
            "oui pour créer les comptes qui manquent ; non par défaut.",
            "oui to create missing accounts; default non."
        )
    );

    public static readonly Key<int> MinutesDays = new(
        "comptes-rendus",
        new DaysShape(1, 366),
        new Text(
            "combien de jours avant une rencontre son compte-rendu est préparé ; 14 jours par défaut.",
            "how many days before a meeting its minutes are made; default 14 jours."
        )
    );

    public static readonly Key<string> Server = new(
        "serveur",
        Identifiers.WebAddress,
        new Text(
            "adresse du Nextcloud ; sinon celle de la connexion.",
            "address of the Nextcloud; else that of the sign-in."
        )
    );

    public static readonly Key<IReadOnlyList<Located<string>>> Directories = new(
        "annuaire",
        Files,
        new Text(
            "fichier CSV ou xlsx, à côté de celui-ci, avec des structures ou des personnes ; « nextcloud » pour l'annuaire du dossier de pilotage.",
            "CSV or xlsx file, beside this one, with organisations or people; 'nextcloud' for the directory in the coordinators' folder."
        )
    )
    {
        Aliases = ["annuaires"],
    };

    public static readonly Key<IReadOnlyList<Located<string>>> Blueprints = new(
        "modèles",
        Files,
        new Text(
            "fichiers YAML de modèles de dossiers, à côté de celui-ci.",
            "YAML files of blueprints, beside this one."
        )
    );

    public static readonly Key<IReadOnlyList<OrganisationDraft>> Organisations = new(
        "organisations",
        new ListShape<OrganisationDraft>(OrganisationRecord.Shape, allowSingle: false),
        new Text("les structures du réseau.", "the network's organisations.")
    )
    {
        Aliases = ["structures"],
    };

    public static readonly Key<IReadOnlyList<PersonDraft>> People = new(
        "personnes",
        new ListShape<PersonDraft>(PersonRecord.Shape, allowSingle: false),
        new Text("les personnes du réseau.", "the network's people.")
    );

    public static readonly Key<bool> AddressBook = new(
        "carnet-d'adresses",
        OrganisationRecord.YesNo,
        new Text(
            "oui pour tenir un carnet d'adresses du réseau dans Nextcloud ; non par défaut.",
            "oui to keep an address book of the network in Nextcloud; default non."
        )
    )
    {
        Aliases = ["carnet", "carnet adresses"],
    };

    public static readonly Key<bool> PublicPage = new(
        "page-publique",
        OrganisationRecord.YesNo,
        new Text(
            "oui pour que le service montre une page publique du réseau (connector serve) ; non par défaut.",
            "oui to have the service show a public page of the network (connector serve); default non."
        )
    )
    {
        Aliases = ["public-page"],
    };

    public static readonly Key<int> Retention = new(
        "conservation",
        new MonthsShape(),
        new Text(
            "combien de temps une personne est gardée après le dernier contact ; 2 ans par défaut.",
            "how long a person is kept after the last contact; default 2 ans."
        )
    );

    public static readonly Key<IReadOnlyList<GroupDraft>> Committees = new(
        "comités",
        new ListShape<GroupDraft>(GroupRecord.Shape, allowSingle: false),
        new Text("les comités.", "the committees.")
    );

    public static readonly Key<IReadOnlyList<GroupDraft>> WorkingGroups = new(
        "groupes-de-travail",
        new ListShape<GroupDraft>(GroupRecord.Shape, allowSingle: false),
        new Text("les groupes de travail.", "the working groups.")
    )
    {
        Aliases = ["groupes"],
    };

    public static readonly Key<RoadmapDraft> Roadmap = new(
        "feuille-de-route",
        RoadmapRecord.Shape,
        new Text("la feuille de route du réseau.", "the network's roadmap.")
    );

    public static readonly RecordShape<TerritoryDraft> Shape = new(
        new Text("territoire", "territory"),
        () =>
            [
                Name,
                Scope,
                DocumentLanguage,
                TimeZone,
                Purpose,
                Coordination,
                Coordinators,
                CreateAccounts,
                MinutesDays,
                DaysOffRecord.Region,
                DaysOffRecord.SchoolCalendars,
                DaysOffRecord.SchoolZone,
                EnforcementRecord.Key,
                Server,
                Directories,
                Blueprints,
                BlueprintRecord.Tokens,
                Organisations,
                People,
                AddressBook,
                PublicPage,
                PublicDocumentRecord.Key,
                Retention,
                Committees,
                WorkingGroups,
                CoverageRecord.Key,
                InspirationsRecord.Key,
                DiagnosisRecord.Key,
                MapRecord.Key,
                ChannelRecord.Key,
                AnnouncementsRecord.Key,
                Roadmap,
            ],
        Build
    );

    private static TerritoryDraft Build(RecordReader record) =>
        new()
        {
            Place = record.Place,
            Name = record.Get(Name, ""),
            Scope = record.Get(Scope, TerritoryScope.MunicipalGrouping),
            Language = record.Get(DocumentLanguage, Language.French),
            TimeZone = record.Get(TimeZone, "Europe/Paris"),
            Purpose = record.Get(Purpose, ""),
            CoordinatingOrganisation = record.Find(Coordination),
            Coordinators = record.Find(Coordinators),
            CoordinatorsPlace = record.PlaceOf(Coordinators),
            CreateAccounts = record.Get(CreateAccounts, false),
            MinutesDays = record.Get(MinutesDays, 14),
            HolidayRegion = record.Get(DaysOffRecord.Region, HolidayRegion.Metropole),
            SchoolCalendars = record.Get(DaysOffRecord.SchoolCalendars, []),
            SchoolZone = record.Find(DaysOffRecord.SchoolZone) is { } zone
                ? new Located<string>(zone, record.PlaceOf(DaysOffRecord.SchoolZone))
                : null,
            Enforcement = record.Get(EnforcementRecord.Key, new Dictionary<ManagedField, Enforcement>()),
            Server = record.Find(Server) is { } address ? new Uri(address) : null,
            Directories = record.Get(Directories, []),
            Blueprints = record.Get(Blueprints, []),
            Tokens = record.Get(BlueprintRecord.Tokens, []),
            Organisations = record.Get(Organisations, []),
            People = record.Get(People, []),
            AddressBook = record.Get(AddressBook, false),
            PublicPage = record.Get(PublicPage, false),
            PublicDocuments = record.Get(PublicDocumentRecord.Key, []),
            RetentionMonths = record.Get(Retention, 24),
            Committees = record.Get(Committees, []),
            WorkingGroups = record.Get(WorkingGroups, []),
            Coverage = record.Get(CoverageRecord.Key, CoverageDraft.Empty),
            InspirationSources = record.Get(InspirationsRecord.Key, InspirationSource.BuiltIn),
            Diagnosis = record.Find(DiagnosisRecord.Key),
            Map = record.Get(MapRecord.Key, MapTiles.Ign),
            Channels = record.Get(ChannelRecord.Key, []),
            Announcements = record.Get(AnnouncementsRecord.Key, AnnouncementsDraft.Empty),
            Roadmap = record.Get(Roadmap, RoadmapDraft.Empty),
        };

    private static (string, Text, Text)? CheckZone(string zone)
    {
        var known = DateTimeZoneProviders.Tzdb.Ids;
        if (known.Contains(zone))
        {
            return null;
        }

        var near = Nearest.To(zone, known) ?? "Europe/Paris";
        return (
            "bad-time-zone",
            new Text(
                $"Le fuseau « {Words.Shown(zone)} » n'existe pas.",
                $"There is no time zone '{Words.Shown(zone)}'."
            ),
            new Text($"Écrivez par exemple « {near} ».", $"Write for instance '{near}'.")
        );
    }
}
