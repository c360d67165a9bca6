#include "usecases/messages/closing_letter.h"

#include "base/text.h"
#include "legal/standard_ids.h"
#include "storage/people.h"
#include "usecases/messages/check_message.h"
#include "usecases/messages/put_message.h"
#include "usecases/settings.h"

namespace doorstep::usecases::messages {

using domain::cases::CaseFile;
using storage::people::PersonOnCase;
namespace fields = domain::messages::fields;

namespace {

std::vector<PersonOnCase> complainants_to_write_to(storage::sql::Read& tx, CaseFile const& file) {
    std::vector<PersonOnCase> found;
    for (auto& entry : storage::people::people_of_case(tx, file.id))
        if (entry.part.part == domain::people::Part::complainant && !entry.part.left_on &&
            entry.part.raised_on)
            found.push_back(std::move(entry));
    return found;
}

std::string day_for(PersonOnCase const& entry, Date day) {
    bool const welsh = entry.safe_contact && entry.safe_contact->language == "cy";
    return welsh ? date_words_welsh(day) : date_words(day);
}

std::string reason_for(PersonOnCase const& entry, Settings const& settings, std::string const& code) {
    auto const& reasons = settings.list("closing-reasons");
    bool const welsh = entry.safe_contact && entry.safe_contact->language == "cy";
    if (welsh && !reasons.label_welsh(code).empty()) return std::string(reasons.label_welsh(code));
    return std::string(reasons.label(code));
}

}  // namespace

Expected<Done> check_closing_words(Change& change, Settings const& settings, CaseFile const& file,
                                   std::string_view explanation) {
    for (auto const& entry : complainants_to_write_to(change.tx, file)) {
        auto const to = recipient_on_case(change.tx, entry);
        auto const findings = check_message(change.tx, settings, file, to, explanation);
        if (findings.empty()) continue;
        return refuse_field("outbound-block", "explanation",
                            "This goes to the people who reported and may give somebody else away. " +
                                finding_words(findings.front()));
    }
    return Done{};
}

ClosingLetters write_closing_letters(Change& change, Settings const& settings, CaseFile const& file,
                                     std::string_view explanation, std::optional<Date> survey_from) {
    ClosingLetters done;
    if (!survey_from)
        survey_from = settings.standards()
                          .deadline(legal::standard_ids::survey_after_closure, change.today, {},
                                    settings.site().division)
                          .by;
    auto const letter = file.outcome == domain::cases::Outcome::resolved
                            ? domain::messages::letters::closing_resolved
                            : domain::messages::letters::closing_unresolved;
    for (auto const& entry : complainants_to_write_to(change.tx, file)) {
        domain::wording::Fields own;
        own.set(std::string(fields::closing_reason),
                reason_for(entry, settings, file.closing_reason.value_or("")))
            .set(std::string(fields::explanation), std::string(text::trim(explanation)))
            .set(std::string(fields::survey_from), day_for(entry, *survey_from));
        auto const put = put_message(change, settings,
                                     {.letter = letter,
                                      .to = recipient_on_case(change.tx, entry),
                                      .file = &file,
                                      .fields = own,
                                      .channel = {},
                                      .check_reason = "",
                                      .cause = {},
                                      .numbers = {},
                                      .if_no_way = IfNoWay::tell});
        put && put->is_written() ? ++done.written : ++done.by_hand;
    }
    return done;
}

}  // namespace doorstep::usecases::messages
