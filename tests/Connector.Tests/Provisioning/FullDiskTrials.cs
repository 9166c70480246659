using System.Diagnostics;
using Connector.Connector.Tests.Cli;

namespace Connector.Tests.Provisioning;

/// <summary>The real program with its ledger on a disk of its own that is too small.</summary>
public sealed class FullDiskTrials
{
    [Test]
    public async Task A_run_on_a_full_disk_says_so_and_a_larger_disk_finishes_it()
    {
        await using var place = await Workplace.OpenAsync();
        using var terminal = Terminal.At(place);
        var disk = Directory.CreateDirectory(terminal.At("disk")).FullName;
        if (!await Mount("mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", disk))
        {
            Assert.Ignore("needs the right to mount a small disk (root)");
        }

        try
        {
            var path = Path.Combine(disk, "ledger.db");
            var said = await terminal.RunAsync("apply", terminal.Territory, "--ledger", path);
            Assert.That(said.Code, Is.EqualTo(1).Or.EqualTo(2), said.All);
            Assert.That(said.Errors, Does.Contain("plus de place sur le disque du registre"), said.All);

            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Assert.That(await Mount("mount", "-o", "remount,size=16m", disk));
            var again = await terminal.RunAsync("apply", terminal.Territory, "--ledger", path);
            Assert.That(again.Code, Is.Zero, again.All);
            var plan = await terminal.RunAsync("plan", terminal.Territory, "--ledger", path);
            Assert.That(plan.Code, Is.Zero, plan.All);
            Assert.That(await place.PictureAsync(), Is.Unique);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            await Mount("umount", disk);
        }
    }

    private static async Task<bool> Mount(string program, params string[] args)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        var start = new ProcessStartInfo(program, args)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
