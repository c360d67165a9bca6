#include "domain/people/marker.h"

#include "base/text.h"

namespace doorstep::domain::people {

Expected<Done> check_marker(WarningMarker const& marker, Date latest) {
    if (text::trim(marker.warning).empty())
        return refuse_field("warning-missing", "warning", "Enter what staff must know");
    if (text::trim(marker.precaution).empty())
        return refuse_field("precaution-missing", "precaution", "Enter what staff must do");
    if (marker.until_on < marker.from_on)
        return refuse_field("until-in-past", "until", "The last day must be today or in the future");
    if (marker.until_on > latest)
        return refuse_field("until-too-late", "until",
                            "The last day must be " + date_words(latest) +
                                " or before: it can be renewed when somebody has looked at it again");
    return Done{};
}

}  // namespace doorstep::domain::people
