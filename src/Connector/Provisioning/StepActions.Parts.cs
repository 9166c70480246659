using Connector.Domain.Workspaces;

namespace Connector.Provisioning;

internal sealed partial class StepActions
{
    /// <summary>The steps of a stage in the order in which they have to be done, those together that can be.</summary>
    public IEnumerable<StagePart> Parts(PlanStage stage, IReadOnlyList<PlanStep> steps, WorkspacePlan plan)
    {
        return stage switch
        {
            PlanStage.TeamFolders => TeamFolders(),
            PlanStage.Opening => Opening(),
            PlanStage.Folders => Folders(),
            PlanStage.Calendars => Calendars(),
            PlanStage.AddressBook => [new StagePart(steps, _addressBook.All)],
            PlanStage.Documents => OfNewAreas(steps, new BulkSteps(_client, Compose).Put),
            _ => [new StagePart(steps)],
        };

        StagePart[] TeamFolders()
        {
            var byAction = steps.ToLookup(step => step.Action?.GetType());
            return
            [
                new StagePart([.. byAction[typeof(CreateTeamFolder)]], _teamFolders.CreateAll),
                new StagePart([.. byAction[typeof(ConfigureTeamFolder)]], _teamFolders.ConfigureAll),
                new StagePart([.. byAction[typeof(SetQuota)]], _teamFolders.ConfigureAll),
            ];
        }

        StagePart[] Opening()
        {
            var byKind = steps.ToLookup(step =>
                step.Action switch
                {
                    ShareFolder or ChangeShare => 1,
                    EndShare => 2,
                    _ => 0,
                }
            );
            return
            [
                new StagePart([.. byKind[0]], _teamFolders.ConfigureAll),
                new StagePart([.. byKind[1]], _shares.ShareAll),
                new StagePart([.. byKind[2]]),
            ];
        }

        IEnumerable<StagePart> Folders()
        {
            var isRight = steps.ToLookup(step => step.Action is SetAcl);
            return OfNewAreas([.. isRight[false]], new TreeSteps(_client).Create)
                .Append(new StagePart([.. isRight[true]], new RightsSteps(_client).Set));
        }

        StagePart[] Calendars()
        {
            var isEvent = steps.ToLookup(step =>
                step.Action is PutEvent or MergeEvent or CallOffEvent or PutMilestone
            );
            return
            [
                new StagePart([.. isEvent[false]], _calendars.Prepare),
                new StagePart([.. isEvent[true]], _events.CreateAll),
            ];
        }

        StagePart[] OfNewAreas(IReadOnlyList<PlanStep> all, Together together)
        {
            var isNew = all.ToLookup(step =>
                step.Action is not RestoreNode
                && plan.NewAreas.Contains(step.AreaKey!)
                && !_teamFolders.IsOthers(step.AreaKey!)
                && !_files.IsOthers(step.AreaKey!)
                && !LacksAddress(step)
            );
            return [new StagePart([.. isNew[true]], together), new StagePart([.. isNew[false]])];
        }
    }
}
