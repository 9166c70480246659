namespace Connector.Templates.Tests;

/// <summary>Tiny pictures written by hand, so that tests need no image library.</summary>
internal static class Pictures
{
    /// <summary>A square of 2 by 2 pixels, black and white like a QR code.</summary>
    internal static readonly byte[] Chequered = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADElEQVR4nGNg+A+EAAYAAf+T0eSJAAAAAElFTkSuQmCC"
    );
}
