namespace Connector.Templates;

/// <summary>The tags of the subscription poster, and the content put under them.</summary>
internal static class SubscriptionFields
{
    /// <summary>Large enough to be scanned from a metre away.</summary>
    private const double QrCodeWidthCentimetres = 4.6;

    internal static readonly IReadOnlyList<TemplateField> All = FieldTable.Read("abonnement");

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
