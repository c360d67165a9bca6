#include "domain/messages/outcome_words.h"

namespace doorstep::domain::messages {

std::string outcome_words(Message const& message) {
    std::string const what(words_of(message.channel));
    if (message.channel == Channel::spoken)
        return message.state == State::waiting ? std::string("To be told by a colleague")
               : message.state == State::sent
                   ? "Told by a colleague on " +
                         date_words(london_date(message.sent_at.value_or(message.created_at)))
                   : what + ": " + std::string(words_of(message.state));
    switch (message.state) {
        case State::draft:
            return what + " being written";
        case State::waiting:
            return what + " waiting to go";
        case State::failed:
            return what + " could not be sent";
        case State::cancelled:
            return what + " cancelled";
        case State::sent:
            break;
    }
    if (message.sent_how == SentHow::folder)
        return what + " written to the server’s mail folder, not sent on";
    return what + " sent on " + date_words(london_date(message.sent_at.value_or(message.created_at)));
}

}  // namespace doorstep::domain::messages
