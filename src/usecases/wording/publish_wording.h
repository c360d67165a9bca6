#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "usecases/context.h"
#include "usecases/settings.h"

/// Letters and other words (A06): published in versions, each language by itself.
namespace doorstep::usecases::wording {

struct WordingRow {
    std::string code;
    std::string title;        ///< the English subject in use today
    int english_version = 0;  ///< 0: as shipped
    int welsh_version = -1;   ///< -1: there is none
};
/// By title.
Expected<std::vector<WordingRow>> list_wordings(Context& context);

struct WordingView {
    std::string code;
    Wording english;
    std::optional<Wording> welsh;
    std::vector<Wording> versions;    ///< of both languages, newest first
    std::vector<std::string> fields;  ///< that may be used
};
Expected<WordingView> view_wording(Context& context, std::string_view code);

struct PublishWording {
    std::string code;
    std::string language;  ///< "en" or "cy"
    std::string subject;
    std::string body;
    Date in_use_from;
};
/// The next version. Refused: a field that this letter does not have, a brace without its pair, a first day
/// that has passed, nothing changed.
Expected<Done> publish_wording(Context& context, PublishWording const& input);
/// What is wrong with the words, for a preview before publishing.
std::vector<Problem> problems_with_wording(WordingView const& view, std::string_view body);

}  // namespace doorstep::usecases::wording
