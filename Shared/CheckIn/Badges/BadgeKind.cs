using Shared.Registration;

namespace Shared.CheckIn.Badges;

/// <summary>What a badge calls its bearer and the colour of its band: 嘉宾证 red, 代表证 blue, 列席证 grey, 记者证 orange. The word is always printed.</summary>
public enum BadgeKind { Guest = 1, Delegate, Observer, Media }

public static class BadgeKinds
{
    public const char SpareLetter = 'S';

    public static BadgeKind Of(AttendeeCategory category) => category switch
    {
        AttendeeCategory.Leader or AttendeeCategory.Expert or AttendeeCategory.Guest => BadgeKind.Guest,
        AttendeeCategory.Observer => BadgeKind.Observer,
        AttendeeCategory.Media => BadgeKind.Media,
        _ => BadgeKind.Delegate,
    };

    /// <summary>The letter before the badge's number; a spare has <see cref="SpareLetter"/>.</summary>
    public static char Letter(this BadgeKind kind) => kind switch
    {
        BadgeKind.Guest => 'A', BadgeKind.Delegate => 'B', BadgeKind.Observer => 'C', _ => 'M',
    };
}
