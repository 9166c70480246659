using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;
using NodaTime;

namespace Connector.TerritoryFiles.Beginning;

/// <summary>What of the forms could not stand in a territory file, by the names of their fields. Pure.</summary>
internal static class NewTerritoryCheck
{
    public static readonly IReadOnlyList<string> Scopes =
    [
        "groupement de communes",
        "départemental",
        "régional",
    ];

    /// <summary>The territory and who coordinates it.</summary>
    public static IReadOnlyDictionary<string, Text> Territory(NewTerritory said)
    {
        var wrong = new Dictionary<string, Text>(StringComparer.Ordinal);
        Need(wrong, "nom", said.Name, NoName);
        if (said.Name.Length > 0 && NewTerritoryNames.Territory(said.Name).Length == 0)
        {
            wrong["nom"] = NoLetters;
        }

        Need(wrong, "raison", said.Purpose, NoPurpose, TextShape.Paragraphs);
        Need(wrong, "structure", said.Organisation, NoOrganisation);
        if (said.Organisation.Length > 0 && NewTerritoryNames.Organisation(said.Organisation).Length == 0)
        {
            wrong["structure"] = NoLetters;
        }

        if (!Scopes.Contains(said.Scope))
        {
            wrong["perimetre"] = Choose;
        }

        if (!DateTimeZoneProviders.Tzdb.Ids.Contains(said.TimeZone))
        {
            wrong["fuseau"] = Choose;
        }

        People(wrong, said.Coordinators);
        return wrong;
    }

    /// <summary>The groups and their meetings.</summary>
    public static IReadOnlyDictionary<string, Text> Groups(IReadOnlyList<NewGroup> groups)
    {
        var wrong = new Dictionary<string, Text>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < groups.Count; index++)
        {
            var group = groups[index];
            var id = NewTerritoryNames.Group(group);
            Need(wrong, $"nom-{index}", group.Name, NoGroupName);
            if (wrong.ContainsKey($"nom-{index}"))
            {
                // Told already.
            }
            else if (Refused(Identifiers.Group.Fault(id)) is { } why)
            {
                wrong[$"nom-{index}"] = why;
            }
            else if (!known.Add(id))
            {
                wrong[$"nom-{index}"] = Twice;
            }

            Judge(wrong, $"raison-{index}", group.Purpose, TextShape.Paragraphs);
            Judge(wrong, $"lieu-{index}", group.Place, TextShape.Line);
            if (group.Rule.Length > 0 && Rule(group.Rule) is { } unclear)
            {
                wrong[$"regle-{index}"] = unclear;
            }
        }

        return wrong;
    }

    /// <summary>What is wrong with the words for a rhythm; null for words that say days, hour and length.</summary>
    public static Text? Rule(string words)
    {
        var reading = FrenchRecurrence.Parse(words);
        return reading.Problem is { } problem ? Told(problem.Message, problem.Remedy)
            : reading.Time is null || reading.Duration is null ? NoHour
            : reading.Vacations is not null ? NoSchoolCalendar
            : null;
    }

    private static void People(Dictionary<string, Text> wrong, IReadOnlyList<NewPerson> people)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < people.Count; index++)
        {
            var person = people[index];
            Need(wrong, $"personne-nom-{index}", person.Name, NoPersonName);
            Judge(wrong, $"personne-prenom-{index}", person.FirstName, TextShape.Name);
            if (person.Email.Length > 0 && Refused(Identifiers.Email.Fault(person.Email)) is { } address)
            {
                wrong[$"personne-courriel-{index}"] = address;
            }

            var id = NewTerritoryNames.Person(person);
            if (person.Name.Length == 0)
            {
                continue;
            }

            if (Refused(Identifiers.Person.Fault(id)) is { } account)
            {
                wrong[$"personne-compte-{index}"] = account;
            }
            else if (!known.Add(id))
            {
                wrong[$"personne-compte-{index}"] = SameAccount;
            }
        }
    }

    private static void Need(
        Dictionary<string, Text> wrong,
        string field,
        string words,
        Text what,
        TextShape? shape = null
    )
    {
        if (words.Length == 0)
        {
            wrong[field] = what;
        }
        else
        {
            Judge(wrong, field, words, shape ?? TextShape.Name);
        }
    }

    private static void Judge(Dictionary<string, Text> wrong, string field, string words, TextShape shape)
    {
        if (words.Length > 0 && Refused(shape.Fault(words)) is { } why)
        {
            wrong[field] = why;
        }
    }

    private static Text? Refused((string Code, Text Message, Text Remedy)? found) =>
        found is { } wrong ? Told(wrong.Message, wrong.Remedy) : null;

    private static Text Told(Text message, Text remedy) =>
        new($"{message.French} {remedy.French}", $"{message.English} {remedy.English}");

    private static readonly Text NoName = new(
        "Donnez le nom du territoire, par exemple « Pays de Valombre ».",
        "Give the territory's name, for instance 'Pays de Valombre'."
    );

    private static readonly Text NoLetters = new(
        "Il faut au moins une lettre ou un chiffre.",
        "At least one letter or digit is needed."
    );

    private static readonly Text NoPurpose = new(
        "Dites en une phrase pourquoi ce réseau existe : elle ouvre la feuille de route.",
        "Say in a sentence why this network exists: it opens the roadmap."
    );

    private static readonly Text NoOrganisation = new(
        "Donnez le nom de la structure qui coordonne.",
        "Give the name of the organisation that coordinates."
    );

    private static readonly Text NoPersonName = new("Donnez le nom de famille.", "Give the family name.");

    private static readonly Text SameAccount = new(
        "Deux personnes auraient le même compte : donnez à l'une un autre compte.",
        "Two people would have the same account: give one another account."
    );

    private static readonly Text NoGroupName = new(
        "Donnez un nom à ce groupe, ou retirez-le.",
        "Give this group a name, or take it away."
    );

    private static readonly Text Twice = new(
        "Deux groupes auraient le même nom : changez l'un des deux.",
        "Two groups would have the same name: change one of them."
    );

    private static readonly Text Choose = new("Choisissez dans la liste.", "Choose from the list.");

    private static readonly Text NoHour = new(
        "Dites aussi de quelle heure à quelle heure : « … de 14 h à 16 h ».",
        "Say from which hour to which as well: '… de 14 h à 16 h'."
    );

    private static readonly Text NoSchoolCalendar = new(
        "Les vacances scolaires demandent un calendrier scolaire, qui se donne plus tard dans le fichier du territoire : retirez ces mots pour l'instant.",
        "School holidays need a school calendar, which is given later in the territory file: leave these words out for now."
    );
}
