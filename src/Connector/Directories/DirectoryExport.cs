using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Connector.Domain.Directories;
using CsvHelper;

namespace Connector.Directories;

/// <summary>Places as files that others read. Same places, same bytes.</summary>
internal static class DirectoryExport
{
    private const int LongestLine = 75;

    /// <summary>A CSV file of the standard: comma, UTF-8, its 32 columns.</summary>
    public static byte[] Csv(IReadOnlyList<PlaceRecord> places)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true))
        {
            foreach (var column in StandardColumns.All)
            {
                csv.WriteField(StandardColumns.Name(column));
            }

            foreach (var place in places)
            {
                csv.NextRecord();
                foreach (var column in StandardColumns.All)
                {
                    csv.WriteField(place[column] ?? "");
                }
            }

            csv.NextRecord();
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>
    /// GeoJSON (RFC 7946): <c>name</c> and <c>description</c> for uMap and GoGoCarto, and every column of the standard. A place
    /// without coordinates has a null geometry.
    /// </summary>
    public static byte[] GeoJson(IReadOnlyList<PlaceRecord> places, IReadOnlyList<DataSource> sources)
    {
        using var target = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                target,
                new JsonWriterOptions
                {
                    Indented = true,
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        )
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            if (sources.Count > 0)
            {
                // A member of its own, which RFC 7946, 6.1 allows and readers pass over.
                json.WriteStartArray("sources");
                foreach (var source in sources)
                {
                    json.WriteStringValue(source.Told);
                }

                json.WriteEndArray();
            }

            json.WriteStartArray("features");
            foreach (var place in places)
            {
                Feature(json, place);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return target.ToArray();
    }

    private static void Feature(Utf8JsonWriter json, PlaceRecord place)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", place[StandardColumn.Id]);
        if (GeoPoint.Of(place) is { } point)
        {
            json.WriteStartObject("geometry");
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue(point.Longitude);
            json.WriteNumberValue(point.Latitude);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("geometry");
        }

        json.WriteStartObject("properties");
        json.WriteString("name", place[StandardColumn.Name]);
        json.WriteString("description", Description(place));
        foreach (var column in place.Filled)
        {
            json.WriteString(StandardColumns.Name(column), place[column]);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>vCard 4 (RFC 6350), one card per organisation.</summary>
    public static byte[] VCards(IReadOnlyList<PlaceRecord> places)
    {
        var cards = new StringBuilder();
        foreach (var place in places)
        {
            Line(cards, "BEGIN:VCARD");
            Line(cards, "VERSION:4.0");
            Line(cards, "KIND:org");
            Line(cards, $"UID:{Escaped(place[StandardColumn.Id])}");
            Line(cards, $"FN:{Escaped(place[StandardColumn.Name])}");
            Line(cards, $"ORG:{Escaped(place[StandardColumn.Name])}");
            Line(
                cards,
                $"ADR:;{Escaped(place[StandardColumn.AddressComplement])};{Escaped(place[StandardColumn.Address])};{Escaped(place[StandardColumn.Commune])};;{Escaped(place[StandardColumn.PostalCode])};France"
            );
            if (place[StandardColumn.Telephone] is { } telephone)
            {
                Line(cards, $"TEL;VALUE=uri:tel:{telephone}");
            }

            foreach (var mail in place.List(StandardColumn.Emails))
            {
                Line(cards, $"EMAIL:{Escaped(mail)}");
            }

            foreach (var site in place.List(StandardColumn.WebSite))
            {
                Line(cards, $"URL:{site}");
            }

            if (GeoPoint.Of(place) is { } point)
            {
                Line(
                    cards,
                    string.Create(CultureInfo.InvariantCulture, $"GEO:geo:{point.Latitude},{point.Longitude}")
                );
            }

            Line(cards, "END:VCARD");
        }

        return Encoding.UTF8.GetBytes(cards.ToString());
    }

    private static string Description(PlaceRecord place) =>
        string.Join(
            ", ",
            new[]
            {
                place[StandardColumn.Address],
                $"{place[StandardColumn.PostalCode]} {place[StandardColumn.Commune]}".Trim(),
                place[StandardColumn.OpeningHours],
            }.Where(words => !string.IsNullOrEmpty(words))
        );

    private static string Escaped(string? words) =>
        (words ?? "")
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .ReplaceLineEndings("\\n");

    /// <summary>Lines of 75 bytes at most, cut between letters (RFC 6350, 3.2).</summary>
    private static void Line(StringBuilder cards, string words)
    {
        var length = 0;
        foreach (var rune in words.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LongestLine)
            {
                cards.Append("\r\n ");
                length = 1;
            }

            cards.Append(rune.ToString());
            length += rune.Utf8SequenceLength;
        }

        cards.Append("\r\n");
    }
}
