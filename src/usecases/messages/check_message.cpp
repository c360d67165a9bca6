#include "usecases/messages/check_message.h"

#include "usecases/outbound/facts.h"

namespace doorstep::usecases::messages {

using domain::outbound::Finding;

std::vector<Finding> check_message(storage::sql::Read& tx, Settings const& settings,
                                   domain::cases::CaseFile const& file, Recipient const& to,
                                   std::string_view words) {
    return domain::outbound::check(words, outbound::facts_for_person(tx, settings, file, to));
}

std::string finding_words(Finding const& finding) {
    return std::string(words_of(finding.severity)) + ": " + finding.reason + " (" + finding.words + ")";
}

}  // namespace doorstep::usecases::messages
