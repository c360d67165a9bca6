#include "usecases/surveys/person_words.h"

#include <vector>

#include "base/text.h"

namespace doorstep::usecases::surveys {

PersonWords person_words(std::optional<domain::people::Person> const& person,
                         std::optional<domain::people::SafeContact> const& safe) {
    PersonWords words;
    if (person) {
        words.name = person->name;
        words.telephone = person->telephone;
    }
    if (!safe) {
        words.safe_contact = "They have not said which ways of reaching them are safe";
        return words;
    }
    if (!safe->name_to_use.empty()) words.name = safe->name_to_use;
    if (!safe->telephone.empty()) words.telephone = safe->telephone;
    words.safe_contact = domain::people::safe_contact_words(*safe);
    words.may_ring = safe->telephone_allowed && !words.telephone.empty();
    words.may_leave_message = words.may_ring && safe->voicemail_allowed;
    words.best_times = safe->best_times;
    words.someone_else = safe->someone_else;
    std::vector<std::string> adjustments;
    if (!safe->interpreter.empty()) adjustments.push_back("Interpreter: " + safe->interpreter);
    if (safe->language == "cy") adjustments.emplace_back("Prefers Welsh");
    if (safe->sign_language) adjustments.emplace_back("British Sign Language");
    if (safe->large_print) adjustments.emplace_back("Large print");
    if (!safe->adjustments.empty()) adjustments.push_back(safe->adjustments);
    words.adjustments = text::join(adjustments, ". ");
    return words;
}

}  // namespace doorstep::usecases::surveys
