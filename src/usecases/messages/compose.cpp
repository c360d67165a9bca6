#include "usecases/messages/compose.h"

#include <algorithm>

#include "base/assert.h"
#include "base/text.h"
#include "domain/messages/plain_text.h"
#include "storage/accounts.h"
#include "usecases/settings.h"

namespace doorstep::usecases::messages {

using domain::messages::Channel;
using domain::people::Side;
using domain::wording::Fields;
namespace fields = domain::messages::fields;

namespace {

bool is_welsh(std::string_view language) { return language == "cy"; }

std::string day_words(Date day, std::string_view language) {
    return is_welsh(language) ? date_words_welsh(day) : date_words(day);
}

/// The team where there is nobody yet.
LetterOfficers officers_of(storage::sql::Read& tx, Site const& site, domain::cases::CaseFile const* file,
                           std::string_view language) {
    LetterOfficers found{
        .owner = {site.team_name, site.telephone},
        .housing = {is_welsh(language) ? "Ein tîm tai" : "Our housing team", site.telephone}};
    if (!file) return found;
    std::vector<AccountId> ids;
    if (file->owner) ids.push_back(*file->owner);
    if (file->housing_officer) ids.push_back(*file->housing_officer);
    for (auto const& account : storage::accounts::find_all(tx, ids)) {
        auto const telephone = account.telephone.empty() ? site.telephone : account.telephone;
        if (account.id == file->owner) found.owner = {account.name, telephone};
        if (account.id == file->housing_officer) found.housing = {account.name, telephone};
    }
    return found;
}

Fields fields_of_every_letter(LetterOfficers const& officers, Settings const& settings, Recipient const& to,
                              LetterFacts const& facts, std::string_view language) {
    auto const& site = settings.site();
    auto const optional_day = [&](std::optional<Date> day) { return day ? day_words(*day, language) : ""; };
    auto const next_contact =
        to.next_contact_by || !facts.file ? to.next_contact_by : facts.file->next_contact_by;
    auto const name = domain::messages::name_for_letters(to.reach, to.name);
    auto const nameless = is_welsh(language) ? "breswylydd" : "resident";
    Fields all;
    all.set_about(to.side, std::string(fields::name_to_use), name.empty() ? nameless : name)
        .set(std::string(fields::date), day_words(facts.today, language))
        .set(std::string(fields::case_reference), facts.file ? facts.file->reference : "")
        .set(std::string(fields::officer_name), officers.owner.name)
        .set(std::string(fields::officer_telephone), officers.owner.telephone)
        .set(std::string(fields::housing_officer_name), officers.housing.name)
        .set(std::string(fields::housing_officer_telephone), officers.housing.telephone)
        .set(std::string(fields::landlord_name), site.landlord_name)
        .set(std::string(fields::team_name), site.team_name)
        .set(std::string(fields::telephone), site.telephone)
        .set(std::string(fields::telephone_hours), site.telephone_hours)
        .set(std::string(fields::next_contact_by), optional_day(next_contact));
    return all;
}

std::string_view words_for(std::string_view field) {
    if (field == fields::telephone || field == fields::officer_telephone ||
        field == fields::housing_officer_telephone)
        return "a telephone number: an administrator enters the team’s under Look and contact";
    if (field == fields::next_contact_by) return "the day of the next contact, and none is due";
    if (field == fields::case_reference) return "the number of a case, and there is none";
    return "something that is not known";
}

Expected<Done> check_no_holes(std::string_view words, Fields const& standard) {
    for (auto const& name : domain::wording::field_names(words)) {
        auto const* field = standard.find(name);
        if (field && field->value.empty())
            return refuse(RefusalKind::invalid, "wording-field-empty",
                          "This letter needs " + std::string(words_for(name)));
    }
    return Done{};
}

}  // namespace

std::string language_of(Recipient const& to) {
    return to.reach.safe_contact ? to.reach.safe_contact->language : "en";
}

Expected<Composed> compose(storage::sql::Read& tx, Settings const& settings, std::string_view letter,
                           Recipient const& to, LetterFacts const& facts, Fields const& own) {
    auto const& language = settings.wording(letter, language_of(to), facts.today).language;
    return compose(officers_of(tx, settings.site(), facts.file, language), settings, letter, to, facts, own);
}

Expected<Composed> compose(LetterOfficers const& officers, Settings const& settings, std::string_view letter,
                           Recipient const& to, LetterFacts const& facts, Fields const& own) {
    auto const* row = domain::messages::letter_named(letter);
    DOORSTEP_ASSERT(row, "no letter called " + std::string(letter));
    auto const& wording = settings.wording(letter, language_of(to), facts.today);
    auto const standard = fields_of_every_letter(officers, settings, to, facts, wording.language);
    for (auto const& words : {wording.subject, wording.body})
        if (auto whole = check_no_holes(words, standard); !whole) return refuse(whole.error());

    auto all = standard;
    for (auto const& name : row->fields)
        if (auto const* field = own.find(name)) all.set_about(field->about, field->name, field->value);
    auto heading = domain::wording::merge(wording.subject, all, to.side, domain::wording::As::plain_text);
    if (!heading) return refuse(heading.error());
    auto body = domain::wording::merge(wording.body, all, to.side, domain::wording::As::plain_text);
    if (!body) return refuse(body.error());

    Composed composed{.heading = std::move(*heading),
                      .body = std::string(text::trim(*body)),
                      .language = wording.language,
                      .wording_version = wording.version,
                      .addressee = domain::messages::name_for_letters(to.reach, to.name)};
    if (composed.addressee.empty())
        composed.addressee = is_welsh(composed.language) ? "Y preswylydd" : "The resident";
    if (row->tells_officers && facts.file) {
        composed.names_owner = facts.file->owner;
        composed.names_housing_officer = facts.file->housing_officer;
    }
    return composed;
}

Expected<Outside> dress(Settings const& settings, Channel channel, std::string_view language, Date today,
                        std::string_view heading, std::string_view body) {
    if (channel == Channel::letter || channel == Channel::spoken) return Outside{"", std::string(body)};
    auto const& site = settings.site();
    if (site.telephone.empty())
        return refuse(RefusalKind::invalid, "wording-field-empty",
                      "This message needs " + std::string(words_for(fields::telephone)));
    Fields around;
    around.set(std::string(fields::landlord_name), site.landlord_name)
        .set(std::string(fields::team_name), site.team_name)
        .set(std::string(fields::telephone), site.telephone)
        .set(std::string(fields::telephone_hours), site.telephone_hours)
        .set(std::string(fields::date), day_words(today, language));
    if (channel == Channel::email)
        around.set(std::string(fields::message),
                   std::string(heading) + "\n\n" + domain::messages::plain_text(body));
    auto const code = channel == Channel::email ? domain::messages::letters::quiet_email
                                                : domain::messages::letters::quiet_text;
    auto const& wording = settings.wording(code, language, today);
    // Neither side's: nothing about anybody may be in these words.
    auto subject =
        domain::wording::merge(wording.subject, around, Side::neutral, domain::wording::As::plain_text);
    if (!subject) return refuse(subject.error());
    auto words = domain::wording::merge(wording.body, around, Side::neutral, domain::wording::As::plain_text);
    if (!words) return refuse(words.error());
    return Outside{channel == Channel::email ? std::move(*subject) : std::string(),
                   std::string(text::trim(*words)) + "\n"};
}

}  // namespace doorstep::usecases::messages
