using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Connector.Service;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Connector.Web.Sessions;

/// <summary>Encrypts the keys of sessions where they are kept: AES-256-GCM, with a key from a file that lies elsewhere.</summary>
internal static class KeyRingEncryption
{
    public static readonly XName Element = "connectorEncryptedKey";

    public static void EncryptWith(this IDataProtectionBuilder keys, ProtectionSecret? secret)
    {
        if (secret is null)
        {
            return;
        }

        keys.Services.AddSingleton(secret);
        keys.Services.Configure<KeyManagementOptions>(options =>
            options.XmlEncryptor = new KeyRingEncryptor(secret)
        );
    }
}

/// <summary>Writes a key so that it is worth nothing without the file.</summary>
internal sealed class KeyRingEncryptor(ProtectionSecret secret) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        ArgumentNullException.ThrowIfNull(plaintextElement);
        var (id, key) = secret.First;
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var tag = new byte[AesGcm.TagByteSizes.MaxSize];
        var hidden = new byte[plain.Length];
        using var aes = new AesGcm(key, tag.Length);
        aes.Encrypt(nonce, plain, hidden, tag, Encoding.ASCII.GetBytes(id));
        return new EncryptedXmlInfo(
            new XElement(
                KeyRingEncryption.Element,
                new XAttribute("secret", id),
                new XElement("nonce", Convert.ToBase64String(nonce)),
                new XElement("tag", Convert.ToBase64String(tag)),
                new XElement("value", Convert.ToBase64String(hidden))
            ),
            typeof(KeyRingDecryptor)
        );
    }
}

/// <summary>Reads such a key again. Its name stands beside each key that is kept: it must not change.</summary>
internal sealed class KeyRingDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <exception cref="CryptographicException">The file does not have the line that this key was encrypted with.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        ArgumentNullException.ThrowIfNull(encryptedElement);
        var id = (string?)encryptedElement.Attribute("secret") ?? "";
        if (services.GetService<ProtectionSecret>()?.Find(id) is not { } key)
        {
            throw new CryptographicException("the file of « clé-de-protection » lacks the line for this key");
        }

        var tag = Bytes(encryptedElement, "tag");
        var hidden = Bytes(encryptedElement, "value");
        var plain = new byte[hidden.Length];
        using var aes = new AesGcm(key, tag.Length);
        aes.Decrypt(Bytes(encryptedElement, "nonce"), hidden, tag, plain, Encoding.ASCII.GetBytes(id));
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    private static byte[] Bytes(XElement from, string name) =>
        Convert.FromBase64String(
            from.Element(name)?.Value ?? throw new CryptographicException($"the key has no {name}")
        );
}
