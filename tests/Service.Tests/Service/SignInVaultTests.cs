using Connector.Service;

namespace Connector.Connector.Tests.Service;

/// <summary>Passwords of sign-ins lie encrypted, and what was changed opens nothing.</summary>
internal sealed class SignInVaultTests
{
    private const string Password = " Un-mot-de-passe é\n27";
    private DirectoryInfo _folder = null!;

    private string Data => Path.Combine(_folder.FullName, "data");

    private string Secrets => Path.Combine(_folder.FullName, "secrets", "vallon");

    private string Sealed => Path.Combine(Secrets, SignInVault.FileName);

    [SetUp]
    public void SetUp() => _folder = Directory.CreateTempSubdirectory("connector-vault-");

    [TearDown]
    public void TearDown() => _folder.Delete(recursive: true);

    [TestCase(false)]
    [TestCase(true)]
    public void What_was_put_in_comes_out_for_the_same_service_alone(bool isProtected)
    {
        var protection = isProtected ? new ProtectionSecret([new string('k', 40)]) : null;
        new SignInVault(Data, protection).Keep(Secrets, "connector", Password);

        Assert.That(new SignInVault(Data, protection).Open(Secrets), Is.EqualTo(Password));
        Assert.That(new SignInVault(Path.Combine(Data, "autre"), null).Open(Secrets), Is.Null);
        Assert.That(File.ReadAllText(Path.Combine(Secrets, "user")), Is.EqualTo("connector\n"));
        Assert.That(File.ReadAllText(Sealed), Does.StartWith("v1:").And.Not.Contain("mot-de-passe"));
        Assert.That(File.Exists(Path.Combine(Data, "sign-ins.key")), Is.EqualTo(!isProtected));
    }

    [Test]
    public void What_was_sealed_before_a_key_was_replaced_still_opens()
    {
        new SignInVault(Data, new ProtectionSecret([new string('a', 40)])).Keep(
            Secrets,
            "connector",
            Password
        );
        var both = new ProtectionSecret([new string('b', 40), new string('a', 40)]);
        Assert.That(new SignInVault(Data, both).Open(Secrets), Is.EqualTo(Password));
        Assert.That(
            new SignInVault(Data, new ProtectionSecret([new string('b', 40)])).Open(Secrets),
            Is.Null
        );
    }

    [TestCase("")]
    [TestCase("v1")]
    [TestCase("v1:0123456789abcdef:AAAA")]
    [TestCase("v1:0123456789abcdef:pas du base64")]
    public void What_is_no_sealed_password_opens_nothing(string words)
    {
        var vault = new SignInVault(Data, null);
        vault.Keep(Secrets, "connector", Password);
        File.WriteAllText(Sealed, words);
        Assert.That(vault.Open(Secrets), Is.Null);
    }

    [Test]
    public void A_changed_letter_opens_nothing()
    {
        var vault = new SignInVault(Data, null);
        vault.Keep(Secrets, "connector", Password);
        var words = File.ReadAllText(Sealed).Trim();
        var changed = words[^8] == 'A' ? 'B' : 'A';
        File.WriteAllText(Sealed, $"{words[..^8]}{changed}{words[^7..]}");
        Assert.That(vault.Open(Secrets), Is.Null);
    }

    [Test]
    public void An_account_that_is_there_is_not_written_over()
    {
        var vault = new SignInVault(Data, null);
        vault.Keep(Secrets, "connector", Password);
        Assert.Throws<IOException>(() => vault.Keep(Secrets, "autre", "autre"));
        Assert.That(vault.Open(Secrets), Is.EqualTo(Password));
    }

    [Test]
    public void Only_the_services_own_user_reads_it()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Windows has no modes.");
            return;
        }

        new SignInVault(Data, null).Keep(Secrets, "connector", Password);
        foreach (
            var path in new[] { Sealed, Path.Combine(Secrets, "user"), Path.Combine(Data, "sign-ins.key") }
        )
        {
            Assert.That(
                File.GetUnixFileMode(path),
                Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite),
                path
            );
        }
    }
}
