#include "usecases/surveys/invite.h"

#include <algorithm>

#include "base/text.h"
#include "gateways/mail.h"
#include "gateways/secrets.h"
#include "legal/standard_ids.h"
#include "storage/cases.h"
#include "storage/messages.h"
#include "storage/people.h"
#include "storage/survey_links.h"
#include "storage/surveys.h"
#include "usecases/letters/site_fields.h"
#include "usecases/messages/put_message.h"
#include "usecases/settings.h"
#include "usecases/surveys/invitation_link.h"

namespace doorstep::usecases::surveys {

using domain::surveys::Survey;
using messages::Recipient;

namespace {

constexpr int most_a_day = 5000;

/// Nobody who left the case, or who asked us to stop asking, about whichever case.
std::optional<Recipient> reader_of_invitation(storage::sql::Read& tx, Survey const& survey) {
    for (auto const& entry : storage::people::people_of_case(tx, survey.case_file)) {
        if (entry.part.id != survey.person || entry.part.left_on) continue;
        if (entry.part.person && storage::surveys::asked_us_to_stop(tx, *entry.part.person)) break;
        return messages::recipient_on_case(tx, entry);
    }
    return std::nullopt;
}

/// Which of the four letters: by whether they may be rung, and whether residents reach this site.
std::string_view letter_for(bool may_ring, bool online) {
    namespace letters = domain::messages::letters;
    if (online) return may_ring ? letters::survey_invitation_online : letters::survey_invitation_online_only;
    return may_ring ? letters::survey_invitation : letters::survey_invitation_on_paper;
}

Expected<messages::MessagePut> put_invitation(Change& change, Settings const& settings,
                                              gateways::SiteKey const& key, Survey const& survey,
                                              domain::cases::CaseFile const& file, Recipient const& to) {
    namespace fields = domain::messages::fields;
    bool const may_ring = to.reach.safe_contact && to.reach.safe_contact->telephone_allowed;
    bool const online = !settings.site().web_address.empty();
    auto const language = to.reach.safe_contact ? to.reach.safe_contact->language : "en";
    domain::wording::Fields own;
    own.set(std::string(fields::survey_from),
            usecases::letters::day_in(language, std::max(survey.next_try_on, change.today)));
    if (online) {
        auto const days =
            settings.standards().number(legal::standard_ids::survey_answer_window, change.today);
        auto const until = change.today.plus_days(days);
        own.set(std::string(fields::survey_link), settings.site().web_address +
                                                      std::string(language == "cy" ? "/cy" : "") +
                                                      "/s/survey/" + std::string(hidden_secret))
            .set(std::string(fields::survey_link_until), usecases::letters::day_in(language, until));
        storage::survey_links::insert(change.tx, gateways::token_hash(invitation_secret(key, survey.id)),
                                      survey.id, change.now, until);
    }
    return messages::put_message(change, settings,
                                 {.letter = letter_for(may_ring, online),
                                  .to = to,
                                  .file = &file,
                                  .fields = own,
                                  .channel = {},
                                  .check_reason = "",
                                  .cause = std::string(invitation_cause) + std::string(survey.id.text()),
                                  .numbers = {}});
}

bool invite(Context& context, Settings const& settings, SurveyId id) {
    auto const done = context.change([&](Change& change) -> Expected<Done> {
        auto const survey = storage::surveys::find(change.tx, id);
        auto const file = survey ? storage::cases::find(change.tx, survey->case_file) : std::nullopt;
        if (!file || survey->state != domain::surveys::State::due || survey->attempts > 0)
            return refuse(RefusalKind::conflict, "changed-meanwhile", "The survey has moved on");
        auto const to = reader_of_invitation(change.tx, *survey);
        if (!to) return refuse(RefusalKind::not_found, "person-unknown", "They are no longer on the case");
        if (auto put = put_invitation(change, settings, context.services.site_key, *survey, *file, *to); !put)
            return refuse(put.error());
        return Done{};
    });
    return done.has_value();
}

}  // namespace

std::string invite_to_surveys(Context& context) {
    auto const& settings = context.settings();
    auto const window = settings.standards().number(legal::standard_ids::survey_answer_window, context.today);
    auto const due = context.services.database.read([&](storage::sql::Read& tx) {
        return storage::surveys::not_invited(tx, context.today.plus_days(-window), context.today,
                                             invitation_cause, most_a_day);
    });
    int written = 0;
    for (auto const id : due) written += invite(context, settings, id);
    auto words = text::count_of(written, "survey invitation", "survey invitations") + " written";
    if (auto const others = static_cast<int>(due.size()) - written; others > 0)
        words += ", " + text::count_of(others, "person", "people") + " who cannot be written to";
    return words;
}

Invitation invitation_of(Context& context, Survey const& survey) {
    auto& tx = context.read();
    Invitation found;
    found.message =
        storage::messages::find_by_cause(tx, std::string(invitation_cause) + std::string(survey.id.text()));
    if (found.message) return found;
    if (auto const to = reader_of_invitation(tx, survey))
        found.why_not = domain::messages::why_no_way(to->reach, context.services.mail.reaches_people());
    return found;
}

}  // namespace doorstep::usecases::surveys
