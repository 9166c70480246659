using System.Security.Cryptography;
using System.Xml.Linq;
using Connector.Service;
using Connector.Web.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Connector.Tests.Service;

/// <summary>The keys of sessions, encrypted where they are kept with a key that lies elsewhere.</summary>
public sealed class KeyRingTrials
{
    private static readonly string First = new('a', 32);
    private static readonly string Second = new('b', 40);

    [Test]
    public void Another_line_can_follow_the_first_and_without_its_line_a_key_is_worth_nothing()
    {
        var key = XElement.Parse("<descriptor><masterKey>SGVsbG8=</masterKey></descriptor>");
        var hidden = new KeyRingEncryptor(new ProtectionSecret([First])).Encrypt(key);
        Assert.That(hidden.EncryptedElement.ToString(), Does.Not.Contain("SGVsbG8"));
        Assert.That(hidden.DecryptorType, Is.EqualTo(typeof(KeyRingDecryptor)));
        Assert.That(
            XNode.DeepEquals(With(First).Decrypt(hidden.EncryptedElement), key)
                && XNode.DeepEquals(With(Second, First).Decrypt(hidden.EncryptedElement), key)
        );
        Assert.That(
            () => With(Second).Decrypt(hidden.EncryptedElement),
            Throws.InstanceOf<CryptographicException>()
        );
        Assert.That(
            () => With().Decrypt(hidden.EncryptedElement),
            Throws.InstanceOf<CryptographicException>()
        );
        hidden.EncryptedElement.Element("tag")!.Value = Convert.ToBase64String(new byte[16]);
        Assert.That(
            () => With(First).Decrypt(hidden.EncryptedElement),
            Throws.InstanceOf<CryptographicException>()
        );
    }

    [Test]
    public async Task In_files_keys_are_encrypted_and_sessions_outlive_a_restart_and_a_change_of_line()
    {
        await using var place = await ConsolePlace.OpenAsync(start: false);
        await place.AddAsync("zoe", "reseau");
        await File.WriteAllTextAsync(place.Terminal.At("protection"), $"{First}\n");
        await place.StartAsync("clé-de-protection: protection");
        using var browser = new ConsoleBrowser(place.Address);
        await browser.SignInAsync(place, "zoe");
        foreach (var file in Directory.EnumerateFiles(place.Terminal.At(".connector/keys")))
        {
            Assert.That(
                await File.ReadAllTextAsync(file),
                Does.Contain("connectorEncryptedKey").And.Not.Contain("<masterKey")
            );
        }

        await place.Service.DisposeAsync();
        await File.WriteAllTextAsync(place.Terminal.At("protection"), $"{Second}\n{First}\n");
        await place.StartAsync("clé-de-protection: protection");
        Assert.That((await browser.GetAsync("/")).StatusCode, Is.EqualTo(System.Net.HttpStatusCode.OK));
        await place.Service.DisposeAsync();
        await File.WriteAllTextAsync(place.Terminal.At("protection"), $"{Second}\n");
        await place.StartAsync("clé-de-protection: protection");
        Assert.That((await browser.GetAsync("/")).StatusCode, Is.EqualTo(System.Net.HttpStatusCode.Redirect));
    }

    [Test]
    public async Task On_PostgreSQL_keys_are_encrypted()
    {
        using var postgres = PostgresCluster.Start();
        await using var place = await ConsolePlace.OpenAsync(start: false);
        await place.AddAsync("zoe", "reseau");
        place.Terminal.Environment["CONNECTOR_PROTECTION_KEY"] = First;
        await place.StartAsync($"postgresql: {postgres.Connection}");
        using var browser = new ConsoleBrowser(place.Address);
        await browser.SignInAsync(place, "zoe");
        await using var db = new SessionContext(
            place.Service.Services.GetRequiredService<DbContextOptions<SessionContext>>()
        );
        var keys = await db.DataProtectionKeys.Select(key => key.Xml!).ToListAsync();
        Assert.That(keys, Has.Count.EqualTo(1));
        Assert.That(keys, Has.All.Contains("connectorEncryptedKey").And.None.Contains("<masterKey"));
    }

    [Test]
    public void A_key_that_is_too_short_is_told()
    {
        using var terminal = new Terminal();
        File.WriteAllText(terminal.At("protection"), $"{First}\ncourte\n");
        File.WriteAllText(
            terminal.At("connector.yaml"),
            "clé-de-protection: protection\nterritoires:\n  - { id: vallon, fichier: territoire.yaml }\n"
        );
        var loaded = ServiceFile.Load(terminal.At("connector.yaml"), terminal.Environment.GetValueOrDefault);
        Assert.That(loaded.Problems.Select(problem => problem.Code), Is.EqualTo(new[] { "short-secret" }));
    }

    private static KeyRingDecryptor With(params string[] lines)
    {
        var services = new ServiceCollection();
        if (lines.Length > 0)
        {
            services.AddSingleton(new ProtectionSecret(lines));
        }

        return new KeyRingDecryptor(services.BuildServiceProvider());
    }
}
