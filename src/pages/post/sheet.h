#pragma once

#include "domain/messages/message.h"
#include "html/html.h"
#include "usecases/settings.h"

namespace doorstep::pages::post {

/// A letter as it goes into the envelope: landlord, day, address, reference, words.
Html letter_sheet(domain::messages::Message const& message, std::string_view case_reference,
                  usecases::Site const& site, Date today);

}  // namespace doorstep::pages::post
