namespace Connector.Templates.Tests;

/// <summary>The catalogue of each kind says all that its documents are filled with, and nothing else.</summary>
internal sealed class CatalogueTests
{
    private static readonly Dictionary<TemplateKind, Func<DocumentData>> Samples = new()
    {
        [TemplateKinds.Roadmap] = () => Some.Roadmap().ToData(),
        [TemplateKinds.Minutes] = () => Some.Minutes().ToData(),
        [TemplateKinds.SubscriptionPoster] = () => Some.Poster().ToData(),
        [TemplateKinds.Agenda] = () => Some.Minutes().ToAgenda(),
        [TemplateKinds.WelcomeLetter] = () => Some.Letter().ToData(),
        [TemplateKinds.InvitationLetter] = () => Some.Invitation().ToData(),
        [TemplateKinds.Inspiration] = () => Some.Inspiration().ToData(),
        [TemplateKinds.Visit] = () => Some.Visit().ToData(),
        [TemplateKinds.YearlyReview] = () => Some.Review().ToData(),
    };

    private static IEnumerable<TemplateKind> Kinds => TemplateKinds.All;

    [TestCaseSource(nameof(Kinds))]
    public void Every_value_that_a_template_can_use_is_described_and_the_other_way_round(TemplateKind kind)
    {
        var data = Samples[kind]();
        var given = Paths("", data.Fields)
            .Concat(data.FreeTexts.Keys.Select(zone => ("libre " + zone, FieldUse.Free)))
            .Distinct();

        Assert.That(
            given,
            Is.EquivalentTo(kind.Fields.Select(field => (TagName.Fold(field.Key), field.Use)))
        );
    }

    [TestCaseSource(nameof(Kinds))]
    public void Every_field_has_its_words_in_both_languages(TemplateKind kind)
    {
        Assert.Multiple(() =>
        {
            foreach (var field in kind.Fields)
            {
                Assert.That(field.Label, Is.Not.Empty, field.Key);
                Assert.That(field.Meaning, Does.EndWith(".").Or.EndWith("…"), field.Key);
                Assert.That(field.EnglishLabel, Is.Not.Empty, field.Key);
                Assert.That(field.EnglishMeaning, Does.EndWith(".").Or.EndWith("…"), field.Key);
                Assert.That(
                    field.Example.Length > 0,
                    Is.EqualTo(field.Use is not (FieldUse.Loop or FieldUse.Condition)),
                    field.Key
                );
            }

            Assert.That(kind.Fields.Select(field => field.Key), Is.Unique);
        });
    }

    private static IEnumerable<(string Path, FieldUse Use)> Paths(
        string path,
        IReadOnlyDictionary<string, FieldValue> fields
    ) =>
        fields.SelectMany(field =>
            (
                field.Value is RowsValue rows
                    ? rows.Rows.SelectMany(row => Paths($"{path}{field.Key}/", row.Fields))
                    : []
            ).Prepend((path + field.Key, Use(field.Value)))
        );

    private static FieldUse Use(FieldValue value) =>
        value switch
        {
            RowsValue => FieldUse.Loop,
            ConditionValue => FieldUse.Condition,
            DateValue => FieldUse.Date,
            NumberValue => FieldUse.Number,
            ChoiceValue => FieldUse.Choice,
            CheckValue => FieldUse.Check,
            ImageValue or QrCodeValue => FieldUse.Picture,
            LinkValue => FieldUse.Link,
            _ => FieldUse.Text,
        };
}
