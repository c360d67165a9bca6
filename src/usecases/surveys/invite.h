#pragma once

#include <optional>
#include <string>

#include "domain/messages/channels.h"
#include "domain/messages/message.h"
#include "domain/surveys/survey.h"
#include "usecases/context.h"

/// The letter that says that somebody will ring and ask how it went (M-94), sent when the survey falls due.
namespace doorstep::usecases::surveys {

/// Daily. Writes to whoever is due and was not written to or tried, where a way of writing is safe; to those
/// who did not say that ringing is safe, that the questions can come on paper. Where residents reach this
/// site the letter or e-mail carries a link of their own to answer online (R41). Nobody who asked us to stop
/// asking is written to. Surveys that fell due longer ago than the landlord waits for an answer are left
/// alone. The words for the log.
std::string invite_to_surveys(Context& context);

/// What became of it, for whoever rings.
struct Invitation {
    std::optional<domain::messages::Message> message;
    /// Why nothing can be written; nothing where it is still to come, or the reason is not known.
    std::optional<domain::messages::NoWay> why_not;
};
/// At most five statements.
Invitation invitation_of(Context& context, domain::surveys::Survey const& survey);

}  // namespace doorstep::usecases::surveys
