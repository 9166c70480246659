using System.Globalization;

namespace Connector.Templates;

/// <summary>Values in the words of the document's language. French has its own rules; others those of their culture.</summary>
internal static class FieldWords
{
    internal const string French = "fr-FR";

    private const string Ticked = "☒";
    private const string Unticked = "☐";

    /// <summary>What stands in the document; empty when there is nothing to tell.</summary>
    internal static string Of(FieldValue value, string language) =>
        value switch
        {
            TextValue text => Typeset(text.Text, language),
            DateValue { Date: { } date, Style: var style } => Date(date, style, language),
            NumberValue { Number: not null } number => Number(number, language),
            ChoiceValue choice => choice.Chosen ?? "",
            PrintedValue printed => printed.Text,
            CheckValue check => check.IsChecked ? Ticked : Unticked,
            _ => "",
        };

    internal static string Placeholder(FieldValue value, string language) =>
        value switch
        {
            DateValue => IsFrench(language) ? Placeholders.Date : Placeholders.EnglishDate,
            ChoiceValue => IsFrench(language) ? Placeholders.Choice : Placeholders.EnglishChoice,
            _ => Placeholders.Text,
        };

    /// <summary>Words that people wrote, with the spaces of their language.</summary>
    internal static string Typeset(string text, string language) =>
        IsFrench(language) ? FrenchTypography.Apply(text) : text;

    internal static bool IsFrench(string language) =>
        language.Equals("fr", StringComparison.OrdinalIgnoreCase)
        || language.StartsWith("fr-", StringComparison.OrdinalIgnoreCase);

    private static string Date(DateOnly date, DateStyle style, string language)
    {
        if (IsFrench(language))
        {
            return FrenchWords.Date(date, style);
        }

        var culture = CultureInfo.GetCultureInfo(language);
        return style switch
        {
            DateStyle.Digits => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
            DateStyle.Words => date.ToString("d MMMM yyyy", culture),
            _ => date.ToString("dddd d MMMM yyyy", culture),
        };
    }

    /// <summary>
    /// <c>18 000,5 €</c>, with spaces that do not break; elsewhere <c>18,000.5 €</c>. The separators are written
    /// here and not asked of the machine, where they change from one version to the next.
    /// </summary>
    private static string Number(NumberValue value, string language)
    {
        var isFrench = IsFrench(language);
        var format = new NumberFormatInfo
        {
            NumberGroupSeparator = isFrench ? FrenchTypography.NarrowSpace.ToString() : ",",
            NumberDecimalSeparator = isFrench ? "," : ".",
            NegativeSign = "\u2212",
        };
        var number = value.Number!.Value;
        var digits = value.Decimals is { } decimals
            ? number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), format)
            : number.ToString("#,0.############", format);
        return value.Unit.Length == 0 ? digits
            : value.Unit == "%" && !isFrench ? digits + value.Unit
            : $"{digits}{FrenchWords.NoBreakSpace}{value.Unit}";
    }
}
