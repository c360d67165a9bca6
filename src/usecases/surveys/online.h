#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "usecases/context.h"
#include "usecases/surveys/call.h"

/// A survey answered online by the person themselves, by a link that works once (R41, M-96): the same
/// questions and rules as the call.
namespace doorstep::usecases::surveys {

/// For whoever makes the calls: the path of a new link, shown once. It opens for the landlord's time to
/// answer a survey; links made before for this survey open no more. Refused as open_survey_to_call refuses.
Expected<std::string> make_survey_link(Context& context, std::string_view id);

struct OnlineSurvey {
    std::string survey;  ///< its id, for the calls below
    std::vector<AskedQuestion> questions;
    std::vector<std::string> texts_welsh;  ///< of the questions
    std::vector<std::vector<std::string>> options_welsh;
    bool has_started = false;
};
/// For anybody with the link. Refused (expired): an unknown secret, a link that was used or is too old, a
/// survey that is over.
Expected<OnlineSurvey> view_online_survey(Context& context, std::string_view secret);

/// Keeps one answer; the first fixes the version of the questions.
Expected<Done> answer_online(Context& context, std::string_view secret, GivenAnswer const& answer);
/// Sends the answers: they count, and the link opens no more. Refused when nothing was answered.
Expected<Done> send_online(Context& context, std::string_view secret);
/// They do not want to answer, or never to be asked again: nobody rings them about it.
Expected<Done> decline_online(Context& context, std::string_view secret, bool stop_asking);

}  // namespace doorstep::usecases::surveys
