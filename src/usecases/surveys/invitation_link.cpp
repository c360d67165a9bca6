#include "usecases/surveys/invitation_link.h"

#include <algorithm>

#include "gateways/secrets.h"
#include "storage/surveys.h"

namespace doorstep::usecases::surveys {
namespace {

bool is_invitation(domain::messages::Message const& message) {
    return message.cause && message.cause->starts_with(invitation_cause);
}

}  // namespace

std::string invitation_secret(gateways::SiteKey const& key, SurveyId survey) {
    auto const mac = key.mac("survey-link", survey.text());
    std::string secret;
    for (std::size_t at = 0; at < 20; at += 5) secret += (at ? "-" : "") + mac.substr(at, 5);
    return secret;
}

std::string words_that_leave(Services const& services, domain::messages::Message const& message) {
    auto words = message.body;
    if (!is_invitation(message)) return words;
    auto const survey = SurveyId::parse(std::string_view(*message.cause).substr(invitation_cause.size()));
    if (!survey) return words;
    for (auto at = words.find(hidden_secret); at != std::string::npos; at = words.find(hidden_secret))
        words.replace(at, hidden_secret.size(), invitation_secret(services.site_key, *survey));
    return words;
}

std::vector<storage::post::Letter> letters_as_printed(Context& context,
                                                      std::vector<storage::post::Letter> letters) {
    std::vector<CaseFileId> invited;
    for (auto const& letter : letters)
        if (is_invitation(letter.message) && letter.message.case_file)
            invited.push_back(*letter.message.case_file);
    if (invited.empty()) return letters;
    auto const handled = context.viewer.account
                             ? storage::surveys::handled_by(context.read(), invited, *context.viewer.account)
                             : std::vector<CaseFileId>{};
    std::erase_if(letters, [&](storage::post::Letter const& letter) {
        return is_invitation(letter.message) && letter.message.case_file &&
               std::find(handled.begin(), handled.end(), *letter.message.case_file) != handled.end();
    });
    for (auto& letter : letters) letter.message.body = words_that_leave(context.services, letter.message);
    return letters;
}

}  // namespace doorstep::usecases::surveys
