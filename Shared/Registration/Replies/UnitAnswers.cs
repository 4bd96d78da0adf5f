using Shared.Meetings;

namespace Shared.Registration.Replies;

/// <summary>What a reply says of the unit itself as the form's answers, and back.</summary>
static class UnitAnswers
{
    public static Dictionary<string, string> Of(Reply r) => new Answers
    {
        [ReplyFields.ContactName] = r.ContactName, [ReplyFields.ContactPhone] = r.ContactPhone, [ReplyFields.Informed] = r.InformedAt is null ? null : ReplyFields.Yes,
        [ReplyFields.Halal] = r.HalalPortions is { } halal ? PersonAnswers.Number(halal) : null, [ReplyFields.Vegetarian] = r.VegetarianPortions is { } vegetarian ? PersonAnswers.Number(vegetarian) : null,
        [ReplyFields.Need] = r.Need, [ReplyFields.Achievement] = r.Achievement, [ReplyFields.WantsToMeet] = r.WantsToMeet, [ReplyFields.OverQuota] = r.OverQuotaReason,
        [ReplyFields.InvoiceTitle] = r.InvoiceTitle, [ReplyFields.TaxNumber] = r.TaxNumber,
        [ReplyFields.Declined] = r.DeclinedAt is null ? null : ReplyFields.Yes, [ReplyFields.DeclineReason] = r.DeclineReason,
    }.Given;

    /// <summary>Writes checked answers.</summary>
    public static void Write(Reply r, IReadOnlyDictionary<string, string> answers, DateTime now)
    {
        (r.ContactName, r.ContactPhone) = (PersonAnswers.Line(answers.Of(ReplyFields.ContactName)), answers.Of(ReplyFields.ContactPhone) is { } phone ? PhoneEntry.ReadAny(phone) : null);
        r.InformedAt = answers.Of(ReplyFields.Informed) == ReplyFields.Yes ? r.InformedAt ?? now : null;
        (r.HalalPortions, r.VegetarianPortions) = (PersonAnswers.ReadNumber(answers.Of(ReplyFields.Halal)), PersonAnswers.ReadNumber(answers.Of(ReplyFields.Vegetarian)));
        (r.Need, r.Achievement, r.WantsToMeet) = (PersonAnswers.Line(answers.Of(ReplyFields.Need)), PersonAnswers.Line(answers.Of(ReplyFields.Achievement)), PersonAnswers.Line(answers.Of(ReplyFields.WantsToMeet)));
        (r.InvoiceTitle, r.TaxNumber) = (PersonAnswers.Line(answers.Of(ReplyFields.InvoiceTitle)), TaxNumber.Read(answers.Of(ReplyFields.TaxNumber)));
        r.OverQuotaReason = PersonAnswers.Line(answers.Of(ReplyFields.OverQuota));
        r.DeclinedAt = answers.Of(ReplyFields.Declined) == ReplyFields.Yes ? r.DeclinedAt ?? now : null;
        r.DeclineReason = r.DeclinedAt is null ? null : PersonAnswers.Line(answers.Of(ReplyFields.DeclineReason));
    }
}
