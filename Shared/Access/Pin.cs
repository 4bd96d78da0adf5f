using System.Globalization;
using System.Security.Cryptography;

namespace Shared.Access;

/// <summary>A few digits that somebody types where others look on. They guard nothing alone: beside them stand a device that is known and a count of tries.</summary>
public static class Pin
{
    /// <summary>Digits of a staff member's PIN: all the same length, so that the last one sends it.</summary>
    public const int Length = 6;

    const string Digits = "0123456789";
    const int SaltBytes = 16, HashBytes = 32;

    // Six digits fall to any count; the device and the count of tries guard them, and a desk changes hands in time.
    const int Rounds = 100_000;

    /// <summary>One at random that nobody tries first.</summary>
    public static string New()
    {
        while (true)
            if (RandomNumberGenerator.GetString(Digits, Length) is var pin && !IsGuessable(pin, phone: null)) return pin;
    }

    public static bool IsWellFormed(string? pin) => pin?.Length == Length && pin.All(char.IsAsciiDigit);

    /// <summary>What is tried first: one digit over and over, a pattern twice or three times, a run up or down, the end of one's own number.</summary>
    public static bool IsGuessable(string pin, string? phone) =>
        Repeats(pin) || Runs(pin, 1) || Runs(pin, -1) || phone?.EndsWith(pin, StringComparison.Ordinal) == true;

    /// <summary>Rounds, salt and hash, so that the rounds may rise and what was stored before still fits.</summary>
    public static string Hash(string pin)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return $"{Rounds}.{Convert.ToBase64String(salt)}.{Convert.ToBase64String(Stretch(pin, salt, Rounds))}";
    }

    public static bool Fits(string? hash, string pin) =>
        hash?.Split('.') is [var rounds, var salt, var wanted] && int.TryParse(rounds, CultureInfo.InvariantCulture, out var count)
        && CryptographicOperations.FixedTimeEquals(Convert.FromBase64String(wanted), Stretch(pin, Convert.FromBase64String(salt), count));

    static bool Repeats(string pin) => Enumerable.Range(1, pin.Length / 2).Any(period => pin.Length % period == 0 && !pin.Where((digit, at) => digit != pin[at % period]).Any());

    static bool Runs(string pin, int step) => pin.Zip(pin.Skip(1)).All(pair => (pair.First - '0' + step + 10) % 10 == pair.Second - '0');

    static byte[] Stretch(string pin, byte[] salt, int rounds) => Rfc2898DeriveBytes.Pbkdf2(pin, salt, rounds, HashAlgorithmName.SHA256, HashBytes);
}
