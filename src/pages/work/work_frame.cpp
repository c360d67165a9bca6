#include "pages/work/work_frame.h"

#include "govuk/moj_sub_navigation.h"

namespace doorstep::pages::work {

Html work_navigation(WorkPart current) {
    return govuk::moj_sub_navigation(
        {.label = "My work",
         .items = {
             {.text = "What is due", .href = "/work", .active = current == WorkPart::due},
             {.text = "What changed", .href = "/work/changes", .active = current == WorkPart::changes}}});
}

}  // namespace doorstep::pages::work
