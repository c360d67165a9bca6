#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/ids.h"
#include "domain/messages/message.h"
#include "storage/post.h"
#include "usecases/context.h"

/// The one-off link that an invitation to a survey carries (R41). Its secret is made from the site's key, so
/// that it stands in no table and on no page: what is kept of a letter has `hidden_secret` in its place, and
/// only the e-mail that leaves and the sheet that is printed have the secret itself. Nobody who worked on the
/// case can read it, and so answer in the resident's place (M-95).
namespace doorstep::usecases::surveys {

inline constexpr std::string_view invitation_cause = "survey-invitation ";
inline constexpr std::string_view hidden_secret = "xxxxx-xxxxx-xxxxx-xxxxx";

/// 80 bits as people type them from paper: "3f2a1-09bc4-77de0-a1c35". The same whenever it is asked for.
std::string invitation_secret(gateways::SiteKey const& key, SurveyId survey);

/// The words of a message as they leave: an invitation's with its secret, every other as it is kept.
std::string words_that_leave(Services const& services, domain::messages::Message const& message);

/// Letters as they are printed by this viewer: without the invitations to people whose case the viewer worked
/// on, the others with their secrets. One statement where there are invitations.
std::vector<storage::post::Letter> letters_as_printed(Context& context,
                                                      std::vector<storage::post::Letter> letters);

}  // namespace doorstep::usecases::surveys
