using System.Text;
using Connector.Domain;
using Connector.Provisioning;

namespace Connector.DocumentFlow;

/// <summary>The group's « Points à aborder », as it is before anybody wrote in it.</summary>
internal static class PointsComposer
{
    public static MadeDocument Compose(ComposedTerritory context) =>
        new(Encoding.UTF8.GetBytes(Text(context.Territory.Language)), MadeDocument.Markdown);

    public static string Text(Language language) =>
        language == Language.French
            ? """
                # Points à aborder

                Écrivez ci-dessous, une ligne par point, ce que vous voulez voir à l'ordre du jour de la prochaine rencontre.

                Chaque ligne y entre d'elle-même, et y reste jusqu'à la rencontre. Ce qui a déjà été à l'ordre du jour n'y revient pas : effacez-le d'ici quand vous voulez.


                """
            : """
                # Points to raise

                Write below, one line an item, what you want on the agenda of the next meeting.

                Each line gets there by itself, and stays until the meeting. What was on an agenda before does not come back: delete it from here when you like.


                """;
}
