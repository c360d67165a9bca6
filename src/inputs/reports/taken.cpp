#include "inputs/reports/taken.h"

namespace doorstep::inputs::reports {

Question const& came_question() {
    static auto const form = forms::form<Answers>(
        "came",
        forms::radios_field(&Answers::channel, {.name = "channel", .label = "How?"},
                            {forms::required("Select how it reached us")}),
        forms::date_field(&Answers::received_on,
                          {.name = "received-on",
                           .label = "When?",
                           .hint = "The promise to get in touch runs from this day. For example, 27 3 2026",
                           .recent_days = true},
                          {forms::required("Enter the date it reached us"),
                           forms::not_in_future("The date it reached us must be today or in the past")}));
    return form;
}

Question const& taken_check_question() {
    static auto const form = forms::form<Answers>(
        "taken-check",
        forms::tick_field(&Answers::rights_read_out,
                          {.name = "rights-read-out",
                           .label = "I have told them about the Victims’ Code and how to get support"}),
        forms::tick_field(&Answers::restricted,
                          {.name = "restricted",
                           .label = "Only managers should see this report",
                           .hint = "For example, it concerns a member of staff or a well known person"}));
    return form;
}

}  // namespace doorstep::inputs::reports
