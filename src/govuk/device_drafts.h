#pragma once

#include <string>

#include "html/html.h"

namespace doorstep::govuk {

/// Drafts that a browser keeps on the device (frontend/ts/drafts.ts). All of it is hidden until a script has
/// looked whether somebody asked for drafts to be kept here; the script fills in the table. Ours.
struct DeviceDrafts {
    Html without_scripts;
    Html off;   ///< where none are kept: the offer; a button with data-drafts-keep accepts it
    Html form;  ///< fields to write a draft in, with a button; sent nowhere by itself
    std::string form_title;
    std::string saved_text;
    std::string none_text;
    std::string caption;
    std::string draft_heading;
    std::string saved_heading;
    std::string size_heading;
    std::string acts_heading;  ///< for screen readers
    std::string send_text;     ///< empty where nothing can be sent
    std::string delete_text;
    Html after;  ///< a button with data-drafts-stop deletes everything
};

Html device_drafts(DeviceDrafts const& options);
void append(Html& out, DeviceDrafts const& options);

/// A form whose answers are kept on the device until they were sent, where that was asked for.
struct DeviceNote {
    Html off;  ///< the offer, as above
    Html on;   ///< what is said where notes are kept
    Html form;
};

Html device_note(DeviceNote const& options);
void append(Html& out, DeviceNote const& options);

}  // namespace doorstep::govuk
