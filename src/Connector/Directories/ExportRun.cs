using System.Globalization;
using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Domain.Territories;
using Connector.Reports;
using Connector.TerritoryFiles;

namespace Connector.Directories;

/// <summary>In which form the directory leaves.</summary>
internal enum ExportFormat
{
    Csv,
    GeoJson,
    VCard,
    Xlsx,
}

/// <summary>What to export.</summary>
/// <param name="Format">In which form.</param>
/// <param name="Today">For the file's name.</param>
/// <param name="Sources">The data sets that were brought into the directory: named in each export.</param>
internal sealed record ExportRequest(ExportFormat Format, DateOnly Today, IReadOnlyList<DataSource> Sources)
{
    /// <summary>Whether the form has no place for sources, so that a file beside it names them.</summary>
    public bool NamesSourcesBeside => Sources.Count > 0 && Format is (ExportFormat.Csv or ExportFormat.VCard);
}

/// <summary>A file that is ready, and what is not in it.</summary>
internal sealed record ExportResult
{
    /// <summary>Null when something stopped it.</summary>
    public required byte[]? Bytes { get; init; }

    public required string Name { get; init; }

    public required int Places { get; init; }

    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

/// <summary>
/// <c>connector directory export</c>. Organisations only, and of them what the standard allows: no person's name, and no
/// e-mail address that is a person's. Asks nobody.
/// </summary>
/// <param name="request">In which form.</param>
/// <param name="loaded">The territory with its directory.</param>
internal sealed class ExportRun(ExportRequest request, LoadResult loaded)
{
    private readonly List<Problem> _warnings = [];

    public ExportResult Run()
    {
        if (loaded.Territory is not { } territory)
        {
            return new ExportResult
            {
                Bytes = null,
                Name = "",
                Places = 0,
                Warnings = loaded.Warnings,
                Problems = loaded.Problems,
            };
        }

        var places = Places(territory);
        return new ExportResult
        {
            Bytes = request.Format switch
            {
                ExportFormat.GeoJson => DirectoryExport.GeoJson(places, request.Sources),
                ExportFormat.VCard => DirectoryExport.VCards(places),
                ExportFormat.Xlsx => DirectoryWorkbook.Of(places, request.Sources),
                _ => DirectoryExport.Csv(places),
            },
            Name = Name(territory),
            Places = places.Count,
            Warnings = _warnings,
        };
    }

    /// <summary>The standard's files hold places that follow it and offer something; the others hold the whole network.</summary>
    private List<PlaceRecord> Places(Territory territory)
    {
        var personal = territory
            .People.Select(person => person.Email?.ToLowerInvariant())
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var isStandard = request.Format == ExportFormat.Csv;
        var places = new List<PlaceRecord>();
        foreach (var organisation in territory.Organisations.Where(one => one.IsMember))
        {
            var place = ConformPlace.Of(organisation);
            var conform = ConformPlace.Of(place, personal);
            if (isStandard && place[StandardColumn.Services] is null)
            {
                continue;
            }

            Tell(organisation, conform, isStandard);
            if (isStandard ? conform.Place is not null : true)
            {
                places.Add(isStandard ? conform.Place! : ConformPlace.WithoutPeople(place, personal));
            }
        }

        return places;
    }

    private void Tell(Organisation organisation, ConformPlace conform, bool isStandard)
    {
        if (isStandard && conform.Place is null)
        {
            var names = string.Join(", ", conform.Missing.Select(StandardColumns.Name));
            Warn(
                "place-left-out",
                new Text(
                    $"« {organisation.Name} » n'est pas dans l'export : il lui manque {names}.",
                    $"'{organisation.Name}' is not in the export: it lacks {names}."
                ),
                new Text("Complétez l'annuaire.", "Complete the directory.")
            );
        }
        else if (conform.LeftOut.Count > 0 && (isStandard || conform.LeftOut.Contains(StandardColumn.Emails)))
        {
            var names = string.Join(", ", conform.LeftOut.Select(StandardColumns.Name));
            Warn(
                "value-left-out",
                new Text(
                    $"« {organisation.Name} » : laissé hors de l'export, en tout ou partie : {names}.",
                    $"'{organisation.Name}': left out of the export, in whole or in part: {names}."
                ),
                new Text(
                    "Ces valeurs ne suivent pas le standard, ou sont l'adresse d'une personne.",
                    "These values do not follow the standard, or are a person's address."
                )
            );
        }
    }

    private void Warn(string code, Text message, Text remedy) =>
        _warnings.Add(
            new Problem
            {
                Code = code,
                Message = message,
                Remedy = remedy,
            }
        );

    /// <summary>The official name: <c>2026-11-30_20005480700017_lieux-de-mediation-numerique_pays-de-valombre.csv</c>.</summary>
    private string Name(Territory territory)
    {
        var coordinator = territory.Organisations.FirstOrDefault(one =>
            one.Id == territory.CoordinatingOrganisation
        );
        var siret = coordinator?.Pivot ?? "sans-siret";
        var extension = request.Format switch
        {
            ExportFormat.GeoJson => "geojson",
            ExportFormat.VCard => "vcf",
            ExportFormat.Xlsx => "xlsx",
            _ => "csv",
        };
        var day = request.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"{day}_{siret}_lieux-de-mediation-numerique_{Slug.Of(territory.Name)}.{extension}";
    }
}
