"""The pages of taking along: the export, bringing one back, taking an import back, erasing."""
