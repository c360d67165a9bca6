#include "domain/people/people.h"

#include <vector>

#include "base/text.h"

namespace doorstep::domain::people {

std::optional<Side> side_of(Part part) {
    switch (part) {
        case Part::complainant:
        case Part::witness:
            return Side::reporting;
        case Part::alleged_perpetrator:
        case Part::respondent:
            return Side::complained_about;
        case Part::supporter:
        case Part::professional:
            return std::nullopt;
    }
    return std::nullopt;
}

std::string safe_contact_words(SafeContact const& safe) {
    if (!safe.any_way()) return "No safe way given";
    std::vector<std::string> allowed;
    if (safe.telephone_allowed)
        allowed.emplace_back(safe.voicemail_allowed ? "Telephone, voicemail allowed"
                                                    : "Telephone, no voicemail");
    if (safe.text_allowed) allowed.emplace_back("Text");
    if (safe.email_allowed) allowed.emplace_back("E-mail");
    if (safe.letter_allowed) allowed.emplace_back("Letter");
    if (safe.visit_allowed) allowed.emplace_back("Visit");
    if (safe.will_contact_us) allowed.emplace_back("They will contact us");
    std::vector<std::string> refused;
    if (!safe.telephone_allowed) refused.emplace_back("No calls");
    if (!safe.text_allowed) refused.emplace_back("No texts");
    if (!safe.email_allowed) refused.emplace_back("No e-mail");
    if (!safe.letter_allowed) refused.emplace_back("No letters");
    if (!safe.visit_allowed) refused.emplace_back("No visits");
    auto words = text::join(allowed, ". ") + ".";
    if (!refused.empty()) words += " " + text::join(refused, ". ") + ".";
    return words;
}

}  // namespace doorstep::domain::people
