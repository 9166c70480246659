using Connector.Domain;
using Connector.Domain.Chains;

namespace Connector.Audit;

/// <summary>What computing the chain again found.</summary>
/// <param name="Count">Lines that are as they were written, from the first on.</param>
/// <param name="Head">Hash of the last of them: noted elsewhere, it proves later that nothing was taken off the end.</param>
/// <param name="Fault">The first line that does not belong; null when all do.</param>
/// <param name="IsOfCopy">Whether the fault is one of the copy itself.</param>
internal sealed record AuditCheck(int Count, string Head, ChainFault? Fault, bool IsOfCopy = false)
{
    public Text Said =>
        new(
            $"✓ Piste d'audit entière : {Count} lignes, la dernière a l'empreinte {Head}",
            $"✓ The audit trail is whole: {Count} lines, the last has the hash {Head}"
        );

    /// <summary>The fault in sentences; null when there is none.</summary>
    public Problem? Problem =>
        Fault is { } fault
            ? new Problem
            {
                Code = "audit-broken",
                Message = Message(fault),
                Remedy = IsOfCopy ? Copy : Trail,
            }
            : null;

    private Text Message(ChainFault fault) =>
        (IsOfCopy, fault.Kind) switch
        {
            (true, _) => new Text(
                $"La copie de la piste d'audit a été changée à la ligne {fault.Number}.",
                $"The copy of the audit trail was changed at line {fault.Number}."
            ),
            (_, ChainFaultKind.Altered) => new Text(
                $"La ligne {fault.Number} de la piste d'audit ne dit plus ce qui y fut écrit.",
                $"Line {fault.Number} of the audit trail no longer says what was written there."
            ),
            (_, ChainFaultKind.Misplaced) => new Text(
                $"La ligne {fault.Number} de la piste d'audit ne suit pas la précédente : une ligne a été retirée, ajoutée ou déplacée.",
                $"Line {fault.Number} of the audit trail does not follow the one before: a line was taken out, put in or moved."
            ),
            _ => new Text(
                $"La piste d'audit s'arrête avant la ligne {fault.Number}, que la copie contient.",
                $"The audit trail ends before line {fault.Number}, which the copy holds."
            ),
        };

    private static readonly Text Trail = new(
        "Quelqu'un a écrit dans la base de données sans passer par Connector. Gardez-en une copie telle quelle, et comparez avec la dernière exportation.",
        "Somebody wrote to the database without Connector. Keep a copy of it as it is, and compare with the last export."
    );

    private static readonly Text Copy = new(
        "Prenez une autre copie, que « connector audit export » a écrite.",
        "Take another copy, one that 'connector audit export' wrote."
    );
}
