namespace Connector.Templates;

/// <summary>The tags of the subscription poster, and the content put under them.</summary>
internal static class SubscriptionFields
{
    /// <summary>Large enough to be scanned from a metre away.</summary>
    private const double QrCodeWidthCentimetres = 4.6;

    internal static readonly IReadOnlyList<TemplateField> All =
    [
        new("reseau.nom", "Réseau", "Nom du réseau.", "Réseau d'inclusion numérique"),
        new("territoire.nom", "Territoire", "Nom du territoire.", "Vallée de la Dronne"),
        new("contact", "Contact", "À qui demander de l'aide.", "Anne-Lise Péré, 05 53 00 00 00"),
        new("agendas", "Agendas", "Boucle : une page par agenda.", ""),
        new("agendas/nom", "Agenda", "Nom de l'agenda.", "Groupe Mobilité"),
        new("agendas/description", "Description", "Ce qu'on y trouve.", "Premier jeudi du mois, 14 h"),
        new("agendas/qr", "QR code", "Image : QR code de l'adresse.", "(image)"),
        new("agendas/adresse", "Adresse https", "Lien : adresse publique.", "https://nuage.example/…?export"),
        new(
            "agendas/adresse.webcal",
            "Adresse webcal",
            "Lien : abonnement en un geste.",
            "webcal://nuage.example/…"
        ),
    ];

    internal static DocumentData From(SubscriptionContent content) =>
        new DocumentData(content.Stamp, $"S'abonner à l'agenda – {content.Network}") { Catalogue = All }
            .With("reseau.nom", content.Network)
            .With("territoire.nom", content.Territory)
            .With("contact", content.Contact)
            .With("agendas", new RowsValue([.. content.Calendars.Select(Calendar)]));

    private static DocumentRow Calendar(SubscriptionCalendar calendar) =>
        new DocumentRow(calendar.Key)
            .With("nom", calendar.Name)
            .With("description", calendar.Description)
            .With(
                "qr",
                new QrCodeValue(
                    calendar.WebcalAddress,
                    $"QR code pour s'abonner à l'agenda « {calendar.Name} » avec un téléphone",
                    QrCodeWidthCentimetres
                )
            )
            .With("adresse", new LinkValue(calendar.HttpsAddress, calendar.HttpsAddress))
            .With("adresse.webcal", new LinkValue(calendar.WebcalAddress, calendar.WebcalAddress));
}
